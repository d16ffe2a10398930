//! One record of a file: takes its fields one by one, keeps what cannot be read, and says so.

use super::{
    report::{FieldPlace, RecordPlace, Report},
    scan::Outline,
    schema::Schema,
    syntax::{self, Fault, Field, Optional},
    values::{self, Mistake},
    words::Word,
};
use crate::{
    analysis::problems::{Severity, nearest::Nearest, shown},
    model::{Extra, Misfit},
};

/// What is shared by all records of a file.
pub(super) struct Reader<'de> {
    pub(super) text: &'de str,
    pub(super) outline: &'de Outline,
    pub(super) report: Report,
    /// Records that could not be read.
    pub(super) unread: Vec<Misfit>,
    /// Set where there is more of something than can be opened.
    pub(super) too_many: Option<Fault>,
}

impl<'de> Reader<'de> {
    /// Where a piece of the text begins.
    pub(super) fn offset(&self, piece: &str) -> usize {
        // Every piece is a slice of the text, so the distance between them is its offset.
        piece.as_ptr().addr().saturating_sub(self.text.as_ptr().addr()).min(self.text.len())
    }

    /// The fields of a record from its bracket on.
    pub(super) fn fields(&self, body: &'de str) -> Option<Vec<Field<'de>>> {
        syntax::fields(body, self.ends(body))
    }

    fn items(&self, list: &'de str) -> Option<Vec<&'de str>> {
        syntax::items(list, self.ends(list))
    }

    /// Where the brackets of a piece end, as seen from its start.
    fn ends(&self, piece: &str) -> impl Fn(usize) -> Option<usize> {
        let start = self.offset(piece);
        let outline = self.outline;
        move |open| outline.end(start + open)?.checked_sub(start)
    }

    pub(super) fn error(&mut self, piece: &str, field: Option<&'static str>, what: String, hint: String) {
        let fault = Fault::new(self.offset(piece), what, hint);
        self.report.add(Severity::Error, field, fault);
    }
}

/// A record while it is being read.
pub(super) struct Record<'r, 'de> {
    pub(super) reader: &'r mut Reader<'de>,
    /// What messages call it: `this node`, later `the node “marrow”`.
    title: String,
    schema: &'static Schema,
    text: &'de str,
    fields: Vec<Option<Field<'de>>>,
    extra: Extra,
    /// Whether a record without one of its required fields is set aside; only the pathway itself is not.
    strict: bool,
    broken: bool,
    places: Vec<FieldPlace>,
}

impl<'r, 'de> Record<'r, 'de> {
    /// Takes a record apart; `None` where it is none, or one of another kind.
    pub(super) fn open(reader: &'r mut Reader<'de>, text: &'de str, schema: &'static Schema) -> Option<Self> {
        let Schema { name, noun, .. } = *schema;
        let (found, body) = syntax::head(text);
        let fields = if body.starts_with('(') { reader.fields(body) } else { None };
        let named = found.is_none_or(|found| found == name);
        if let Some(fields) = fields.as_ref().filter(|_| named) {
            return Some(Self::of(reader, text, schema, fields, true));
        }
        let hint = format!("write {name}(field: value, ...)");
        let what = if fields.is_none() && named && body.starts_with('(') {
            format!("the fields of this {noun} have no names, so it is set aside")
        } else {
            let article = if name.starts_with(['E', 'A', 'O', 'I']) { "an" } else { "a" };
            format!(
                "{article} {name}(...) should stand here, but this is {}, so it is set aside",
                values::describe(text)
            )
        };
        reader.error(text, None, what, hint);
        None
    }

    pub(super) fn of(
        reader: &'r mut Reader<'de>,
        text: &'de str,
        schema: &'static Schema,
        fields: &[Field<'de>],
        strict: bool,
    ) -> Self {
        Self {
            reader,
            title: format!("this {}", schema.noun),
            schema,
            text,
            fields: fields.iter().copied().map(Some).collect(),
            extra: Extra::new(),
            strict,
            broken: false,
            places: Vec::new(),
        }
    }

    /// The id, by which messages name the record from now on.
    pub(super) fn id(&mut self) -> String {
        let id = self.need_text("id");
        if !id.is_empty() {
            self.title = format!("the {} “{}”", self.schema.noun, shown(&id));
        }
        id
    }

    pub(super) fn need_text(&mut self, name: &'static str) -> String {
        self.need(name, "\"...\"", values::text).unwrap_or_default()
    }

    pub(super) fn need_word<T: Word>(&mut self, name: &'static str) -> Option<T> {
        let example = T::all().first().map_or("...", |word| word.word());
        self.need(name, example, values::word)
    }

    /// A text that may be left out, and then is empty.
    pub(super) fn text(&mut self, name: &'static str) -> String {
        self.maybe(name, values::text).unwrap_or_default()
    }

    /// A text in `Some(...)`.
    pub(super) fn some_text(&mut self, name: &'static str) -> Option<String> {
        self.some(name, values::some_text)
    }

    /// A required field; without it the record is set aside.
    pub(super) fn need<T>(
        &mut self,
        name: &'static str,
        example: &str,
        read: impl Fn(&str, &'de str) -> Result<T, Mistake>,
    ) -> Option<T> {
        let Some(value) = self.take(name) else {
            let what =
                format!("{} has no “{name}”{}", self.title, if self.strict { ", so it is set aside" } else { "" });
            let hint = format!("add {name}: {example}");
            self.reader.error(self.text, Some(name), what, hint);
            self.broken = true;
            return None;
        };
        match read(name, value) {
            Ok(value) => Some(value),
            Err(Mistake { what, hint }) => {
                let aside = if self.strict { format!(", so {} is set aside", self.title) } else { String::new() };
                self.reader.error(value, Some(name), format!("{what}{aside}"), hint);
                self.keep(name, value);
                self.broken = true;
                None
            }
        }
    }

    /// A field that may be left out; what cannot be read is kept as it stands.
    pub(super) fn maybe<T>(
        &mut self,
        name: &'static str,
        read: impl Fn(&str, &'de str) -> Result<T, Mistake>,
    ) -> Option<T> {
        let value = self.take(name)?;
        read(name, value).map_err(|mistake| self.unreadable(name, value, mistake)).ok()
    }

    /// A field whose value stands in `Some(...)`.
    pub(super) fn some<T>(
        &mut self,
        name: &'static str,
        read: impl Fn(&str, &'de str) -> Result<T, Mistake>,
    ) -> Option<T> {
        let value = self.take(name)?;
        let inner = self.inner(name, value, |value| values::bare(name, value, &read))?;
        read(name, inner).map_err(|mistake| self.unreadable_at(name, value, inner, mistake)).ok()
    }

    /// A record in `Some(...)`, such as `example`.
    pub(super) fn some_record<T>(
        &mut self,
        name: &'static str,
        example: &str,
        read: fn(&mut Reader<'de>, &'static str, &'de str) -> Option<T>,
    ) -> Option<T> {
        let value = self.take(name)?;
        let one = |value: &str| example.split('(').next().is_some_and(|noun| value.starts_with(noun));
        let inner = self.inner(name, value, |value| {
            let good = if one(value) { values::wrapped(name, value) } else { format!("write {name}: Some({example})") };
            values::wrong(name, "Some(...) or left out", value, good)
        })?;
        let mark = self.reader.report.mark();
        let record = read(self.reader, name, inner);
        self.reader.report.within(mark, name);
        if record.is_none() {
            self.keep(name, value);
        }
        record
    }

    /// A list. Items that cannot be read are kept, each as a list of its own; a list given twice is read twice.
    pub(super) fn list<T>(
        &mut self,
        name: &'static str,
        read: fn(&mut Reader<'de>, &'static str, &'de str) -> Option<T>,
    ) -> Vec<T> {
        let mark = self.reader.report.mark();
        let mut list = Vec::new();
        let mut places = Vec::new();
        for item in self.items(name) {
            if self.reader.report.hopeless() {
                break;
            }
            match read(self.reader, name, item) {
                Some(value) => {
                    places.push(self.reader.offset(item));
                    list.push(value);
                }
                None => self.keep(name, &format!("[{item}]")),
            }
        }
        self.reader.report.within(mark, name);
        if let Some(place) = self.places.iter_mut().find(|place| place.name == name) {
            place.items = places;
        }
        list
    }

    /// The items of a list, as they stand; of all lists of that name, so that nothing is lost.
    pub(super) fn items(&mut self, name: &'static str) -> Vec<&'de str> {
        let mut values: Vec<&'de str> = self.take(name).into_iter().collect();
        if !values.is_empty() {
            let others = self.fields.iter_mut().filter(|slot| slot.is_some_and(|field| field.name() == name));
            values.extend(others.filter_map(Option::take).map(|field| field.value));
        }
        if let Some(value) = values.get(1) {
            let what = format!("{} has “{name}” twice; both lists are read as one", self.title);
            self.reader.error(value, Some(name), what, "join the two lists".to_owned());
        }
        let mut all = Vec::new();
        for value in values {
            if let Some(items) = self.reader.items(value) {
                all.extend(items);
            } else if !self.reader.report.hopeless() {
                let hint = format!("write {name}: [...]");
                self.unreadable(name, value, values::wrong(name, "a list in square brackets", value, hint));
            }
        }
        all
    }

    /// Whether a field stands in the record and was not taken yet.
    pub(super) fn has(&self, name: &str) -> bool {
        self.fields.iter().flatten().any(|field| field.name() == name)
    }

    /// Says that the record lacks a list.
    pub(super) fn lacks(&mut self, name: &'static str) {
        let what = format!("{} has no “{name}”", self.title);
        self.reader.error(self.text, Some(name), what, format!("add {name}: []"));
    }

    /// The fields that nobody asked for, and where everything stands; `None` where the record is set aside.
    pub(super) fn finish(mut self) -> Option<(Extra, RecordPlace)> {
        for field in std::mem::take(&mut self.fields).into_iter().flatten() {
            if self.reader.report.hopeless() {
                break;
            }
            let start = self.reader.offset(field.written);
            if let Some(known) = self.known().find(|known| *known == field.name()) {
                let what = format!("{} has “{known}” twice; the first one counts", self.title);
                let fault = Fault::new(start, what, "remove one of the two");
                self.reader.report.add(Severity::Error, Some(known), fault);
            } else {
                self.unknown(field.name(), start);
            }
            self.keep(field.written, field.value);
        }
        // In the order of the schema, wherever they stood, so that saving and opening again changes nothing.
        let mut extra = std::mem::take(&mut self.extra);
        let order = |name: &str| self.known().position(|known| known == name).unwrap_or(usize::MAX);
        extra.sort_by_cached_key(|(name, _)| order(name.trim_start_matches("r#")));
        let place = RecordPlace { start: self.reader.offset(self.text), fields: self.places };
        (!self.broken || !self.strict).then_some((extra, place))
    }

    fn unknown(&mut self, name: &str, start: usize) {
        if self.reader.report.is_full(Severity::Warning) {
            return self.reader.report.skip();
        }
        let what = format!("{} has a field “{}” that this version does not know; it is kept", self.title, shown(name));
        let near = Nearest::default().of(name, self.known());
        let hint = near.map_or_else(
            || "leave it if a newer version made the file, or remove it".to_owned(),
            |near| format!("write {near} if that is what you mean; leave it if a newer version made the file"),
        );
        self.reader.report.add(Severity::Warning, None, Fault::new(start, what, hint));
    }

    /// What stands in the `Some(...)` of a field, if anything.
    fn inner(
        &mut self,
        name: &'static str,
        value: &'de str,
        bare: impl FnOnce(&'de str) -> Mistake,
    ) -> Option<&'de str> {
        match syntax::option(value) {
            Some(Optional::Value(inner)) => Some(inner),
            Some(Optional::Nothing) => None,
            None => {
                self.unreadable(name, value, bare(value));
                None
            }
        }
    }

    fn unreadable(&mut self, name: &'static str, value: &'de str, mistake: Mistake) {
        self.unreadable_at(name, value, value, mistake);
    }

    fn unreadable_at(&mut self, name: &'static str, value: &'de str, place: &'de str, mistake: Mistake) {
        self.reader.error(place, Some(name), mistake.what, mistake.hint);
        self.keep(name, value);
    }

    /// The names of its fields.
    fn known(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.schema.fields.iter().map(|field| field.name)
    }

    fn keep(&mut self, name: &str, value: &str) {
        self.extra.push((name.to_owned(), value.to_owned()));
    }

    fn take(&mut self, name: &'static str) -> Option<&'de str> {
        debug_assert!(self.known().any(|known| known == name), "the schema of {} lacks {name}", self.schema.name);
        let slot = self.fields.iter_mut().find(|slot| slot.is_some_and(|field| field.name() == name))?;
        let value = slot.take()?.value;
        if !self.places.iter().any(|place| place.name == name) {
            self.places.push(FieldPlace { name, start: self.reader.offset(value), items: Vec::new() });
        }
        Some(value)
    }
}
