//! The one place where a session changes: actions in, tasks out.

use super::{
    action::Action,
    acts::{
        answering::{answered, open_side},
        arranging::{arrange, laid_out, toggle_lane},
        asking, careful,
        citing::cite,
        closing, editing, entering, finding,
        forming::{form, turn_to},
        importing,
        lenses::{ask_again, knock_out, set_lens},
        looking::{focus, open_focused, open_item, walk},
        many,
        mapping::{map, map_marked},
        mending, opening,
        outside::{browse, browse_failed, copy},
        picking::{pick, toggle_picked},
        quizzing::{quiz, take_sheet},
        reading::file_read,
        remembering,
        running::run,
        saving::{replace, would_replace, written},
        slides::{slide_laid, take_size},
        teaching::teach,
        touring,
        watching::changed_on_disk,
    },
    ladder::Rung,
    library,
    parts::{
        comparison::Comparison,
        view::{Camera, Message, OpenText},
    },
    settings::Settings,
    state::Session,
    task::Task,
    words,
};

impl Session {
    /// A session that shows the first bundled pathway, and what it asks of the outside for that.
    pub fn new(settings: Settings) -> (Self, Vec<Task>) {
        let mut session = Self::empty(settings);
        opening::open_bundled(&mut session, library::all().first().map_or("", |bundled| bundled.id));
        session.start(Task::FindLeft);
        let tasks = session.take_tasks();
        (session, tasks)
    }

    /// Does what an action says and returns what the outside must do.
    pub fn apply(&mut self, action: Action) -> Vec<Task> {
        if action.makes_known() {
            self.drawing.become_known();
        }
        carry_out(self, action);
        self.follow();
        let mut tasks = self.take_tasks();
        // Once all is done: what was made is looked at then.
        for task in &mut tasks {
            if let Task::Keep(saving) = task {
                saving.outlook = remembering::outlook(self);
            }
        }
        tasks
    }

    /// Works out what is shown of several parts, where one of them has changed.
    fn follow(&mut self) {
        // One box at a time: a question that waits for an answer takes the place of a source that is being pasted.
        if Rung::Path.holds(self) {
            self.citing = None;
        }
        if self.view().text != Some(OpenText::Import) {
            self.importing.drop();
        }
        many::preview(self);
        let (version, reading) = (self.open.version(), self.reading());
        let shown = self.comparison.as_ref().map_or_else(|| self.open.pathway(), Comparison::both);
        self.picked.tell(version, shown, reading, &self.view.shown().picked);
        self.view.find_in_palette(version, self.open.pathway(), reading);
        if self.presents() || self.teaching().quiz.is_some() {
            self.entry.close();
        }
        self.entry.follow(version, self.open.pathway(), self.shared.known());
    }
}

#[expect(clippy::too_many_lines, reason = "a line an action, and none may be left out")]
fn carry_out(session: &mut Session, action: Action) {
    match action {
        Action::Run(command) => run(session, command),
        Action::Open(item) => open_item(session, item),
        Action::Focus(item) => focus(session, item),
        Action::OpenFocused => open_focused(session),
        Action::Walk(step) => walk(session, step),
        Action::Hover(item) => session.view.hover(item),
        Action::Reveal(item) => session.view.look(Camera::Reveal(item)),
        Action::ShowEarlier => session.view.show_earlier(),
        Action::CloseDetails => {
            session.view.close_details();
            session.view.let_go();
        }
        Action::Filter(text) => session.view.filter(text),
        Action::SearchTaken => session.view.search_taken(),
        Action::PaletteText(text) => session.view.type_in_palette(text),
        Action::PaletteMove(rows) => session.view.move_in_palette(rows),
        Action::PaletteRun(row) => finding::choose(session, row),
        Action::Unfold(item) => session.view.toggle_unfolded(item),
        Action::SidePanel(panel) => open_side(session, panel),
        Action::SetLens(lens) => set_lens(session, lens),
        Action::KnockOut(source) => {
            knock_out(session, source);
            ask_again(session);
        }
        Action::LibraryIndexed(index) => session.shared = index,
        Action::OpenThere { pathway, node } => closing::open_there(session, pathway, node),
        Action::OpenBundled(id) => closing::open_bundled(session, &id),
        Action::OpenFile(path) => closing::take_file(session, path),
        Action::Picked(path) => closing::picked(session, path),
        Action::NoDialog => session.files.type_instead(),
        Action::FileRead { path, result } => file_read(session, &path, result),
        Action::ForeignRead { path, result } => importing::foreign_read(session, &path, result),
        Action::Import(act) => importing::import(session, act),
        Action::Imported { ticket, made } => importing::imported(session, ticket, made),
        Action::PathText(text) => session.files.type_path(text),
        Action::LaidOut { ticket, picture, finished } => laid_out(session, ticket, picture, finished),
        Action::SlideLaid { ticket, stretch } => slide_laid(session, ticket, stretch),
        Action::Drawing { ticket, share } => session.drawing.go_on(ticket, share),
        Action::CanvasSize { canvas, window, moved } => take_size(session, canvas, window, moved),
        Action::Teach(act) => teach(session, act),
        Action::Written(result) => written(session, result),
        Action::Saved { serial, revision, path, text, remark } => {
            closing::say_saved(session, &path, remark.as_deref());
            closing::saved(session, serial, revision, path, text);
        }
        Action::NotSaved { serial, path, why } => closing::not_saved(session, serial, path, why),
        Action::Checked { serial, revision, problems } => session.open.take_problems((serial, revision), problems),
        Action::MayOnlyRead(path, why) => closing::may_only_read(session, &path, why),
        Action::NotKept(why) => session.view.say(Message::error(&words::closing::not_kept(&why))),
        Action::Left(left, remarks) => closing::take_left(session, left, remarks),
        Action::Careful => careful::begin(session),
        Action::DrawAgain => careful::draw_again(session),
        Action::Close(act) => closing::close(session, act),
        Action::WouldReplace(replaces) => would_replace(session, replaces),
        Action::Replace(yes) => replace(session, yes),
        Action::ChangedOnDisk(path) => changed_on_disk(session, path),
        Action::Map(act) => map(session, act),
        Action::MapMarked { serial, marks } => map_marked(session, serial, marks),
        Action::Quiz(act) => quiz(session, act),
        Action::QuizWanted(seed, difficulty) => session.teaching.want_quiz(seed, difficulty),
        Action::SheetMade { serial, sheet } => take_sheet(session, serial, sheet),
        Action::Arrange(arrangement) => arrange(session, arrangement),
        Action::Ask(act) => asking::act(session, act),
        Action::Answered { ticket, answer } => answered(session, ticket, answer),
        Action::Edit(act) => editing::edit(session, act),
        Action::Form(act) => form(session, act),
        Action::Cite(act) => cite(session, act),
        Action::TurnTo(page) => turn_to(session, page),
        Action::Change(act) => importing::paste_or_change(session, act),
        Action::Entry(act) => entering::enter(session, act),
        Action::FilesKnown(known) => session.entry.know(known),
        Action::Mend(act) => mending::mend(session, act),
        Action::Tour(act) => touring::tour(session, act),
        Action::Many(act) => many::many(session, act),
        Action::Previewed { ticket, found } => session.many.take(ticket, *found),
        Action::ToggleLane(lane) => toggle_lane(session, lane),
        Action::Pick { nodes, add } => pick(session, nodes, add),
        Action::TogglePicked(item) => toggle_picked(session, &item),
        Action::Browse(address) => browse(session, &address),
        Action::BrowseFailed(address) => browse_failed(session, &address),
        Action::Copy(text) => copy(session, text),
        Action::Dismiss => session.view.hush(),
        Action::MessageRead(number) => session.view.has_been_read(number),
        Action::CameraMoved(camera) => session.view.has_looked(&camera),
    }
}
