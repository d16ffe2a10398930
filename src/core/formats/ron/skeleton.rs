//! A new file to begin with: a smallest whole pathway in which comments say what each field is for.

use super::{
    schema::{Field, Need, PATHWAY, Schema, Sort},
    tree::{Printer, Record, Value},
    write,
};
use crate::model::{
    About, Citation, Design, Effect, Evidence, Extra, Grade, Kind, Lane, Link, Node, Parts, Pathway, Source, Stance,
    Step, Tour,
};

const START: &str = "// A pathway: what raises or lowers what, and on whose work that rests.
// Lines that begin with // are comments. Write yours where you like: Pathlight keeps them.
// `pathlight check FILE` says what is wrong and what to do, `pathlight format` explains every field and word.
";

/// The text of a new file.
pub fn skeleton(id: &str, title: &str) -> String {
    let pathway = example(id, title);
    let fields = write::fields(&pathway, &[]);
    let mut out = Out { printer: Printer::new(&write::plain()), explained: Vec::new() };
    out.record(&Record { name: PATHWAY.name, fields, is_short: false }, &PATHWAY);
    format!("{START}{}\n", out.printer.text)
}

/// Two nodes, a link with its evidence, and a tour; what they say is so, and so it can be checked.
fn example(id: &str, title: &str) -> Pathway {
    let about = About { id: id.to_owned(), title: title.to_owned(), language: "en-GB".to_owned(), ..About::default() };
    let node = |id: &str, label: &str, kind, explanation: &str| Node {
        explanation: explanation.to_owned(),
        ..Node::new(id, label, kind, "body")
    };
    let evidence = Evidence {
        source: "kigar2025".into(),
        stance: Stance::Supports,
        design: Design::AnimalIntervention,
        species: vec!["mouse".to_owned()],
        sample: "male mice, 14 days of social defeat".to_owned(),
        finding: "There were more neutrophils in the meninges after two weeks of defeat.".to_owned(),
        locator: Some("abstract".to_owned()),
        extra: Extra::new(),
    };
    let link = Link {
        explanation: "After two weeks of daily defeat, male mice had more neutrophils in the meninges.".to_owned(),
        grade: Grade::C,
        evidence: vec![evidence],
        ..Link::new("stress_neutrophils", "chronic_stress", "meningeal_neutrophils", Effect::Raises)
    };
    let source = Source {
        id: "kigar2025".into(),
        authors: "Kigar SL, Lynall M-E, DePuyt AE, et al.".to_owned(),
        year: 2025,
        title:
            "Chronic social defeat stress induces meningeal neutrophilia via type I interferon signaling in male mice"
                .to_owned(),
        venue: "Nat Commun 16(1):8153".to_owned(),
        doi: Some("10.1038/s41467-025-62840-5".to_owned()),
        pmid: Some("40890098".to_owned()),
        url: None,
        kind: None,
        citation: Citation::Confirmed,
        extra: Extra::new(),
    };
    let step = Step::new(["chronic_stress", "stress_neutrophils"], "It begins with **stress** that lasts.");
    let tour = Tour { id: "story".into(), title: "The story".to_owned(), steps: vec![step], extra: Extra::new() };
    let neutrophils = "Neutrophils, a kind of white blood cell, in the membranes around the brain.";
    let parts = Parts {
        about,
        lanes: vec![Lane { id: "body".into(), label: "Body".to_owned(), extra: Extra::new() }],
        nodes: vec![
            node("chronic_stress", "Chronic stress", Kind::Stressor, "Strain that lasts and is hard to escape."),
            node("meningeal_neutrophils", "Neutrophils in the meninges", Kind::Cell, neutrophils),
        ],
        links: vec![link],
        sources: vec![source],
        tours: vec![tour],
    };
    Pathway::from_parts(parts, Vec::new())
}

struct Out {
    printer: Printer,
    /// Records whose fields have been explained.
    explained: Vec<&'static str>,
}

impl Out {
    /// A record; the first of its sort with all that it might say.
    fn record(&mut self, record: &Record<'_>, schema: &'static Schema) {
        if self.explained.contains(&schema.name) {
            return self.printer.value(&Value::Record(record.clone()));
        }
        self.explained.push(schema.name);
        self.printer.open(&format!("{}(", schema.name));
        for field in schema.fields {
            for line in comments(field) {
                self.comment(&line);
            }
            match record.fields.iter().find(|(name, _)| *name == field.name) {
                Some((name, value)) => self.field(name, value, field),
                None => self.comment(&format!("{}: {},", field.name, field.example)),
            }
        }
        self.printer.close(')');
    }

    fn field(&mut self, name: &str, value: &Value<'_>, field: &Field) {
        let (Value::List(items), Sort::Records(schema)) = (value, &field.sort) else {
            return self.printer.field(name, value);
        };
        self.printer.line();
        self.printer.open(&format!("{name}: ["));
        for item in items {
            self.printer.line();
            match item {
                Value::Record(record) => self.record(record, schema),
                other => self.printer.value(other),
            }
            self.printer.text.push(',');
        }
        self.printer.close(']');
        self.printer.text.push(',');
    }

    fn comment(&mut self, text: &str) {
        self.printer.line();
        self.printer.text.push_str("// ");
        self.printer.text.push_str(text);
    }
}

/// What a field says, and the words that it may have, on lines of their own.
fn comments(field: &Field) -> Vec<String> {
    const WIDTH: usize = 90;
    let left_out = if field.need == Need::Required { "" } else { " May be left out." };
    let mut lines = vec![format!("{}{left_out}", field.what)];
    if let Sort::Word(words) = field.sort {
        lines.push("One of".to_owned());
        for (word, _) in words().words {
            match lines.last_mut().filter(|line| line.len() + word.len() < WIDTH) {
                Some(line) => *line += &format!(" {word},"),
                None => lines.push(format!("{word},")),
            }
        }
        if let Some(last) = lines.last_mut() {
            last.pop();
            last.push('.');
        }
    }
    lines
}
