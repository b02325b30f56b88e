//! Which sentences there are, by section. Each section has its table in `nl/`, in the same order.

mod analysis;
mod batch;
mod case;
mod changed;
mod coverage;
mod exercise;
mod explained;
mod group;
mod keys;
mod lists;
mod mutation;
mod organisation;
mod papers;
mod parcel;
mod period;
mod present;
mod program;
mod reader;
mod reading;
mod replay;
mod returned;
mod schema;
mod schema_keys;
mod standing;
mod talk;
mod tally;
mod training;
mod verification;

pub use analysis::*;
pub use batch::*;
pub use case::*;
pub use changed::*;
pub use coverage::*;
pub use exercise::*;
pub use explained::*;
pub use group::*;
pub use keys::*;
pub use lists::*;
pub use mutation::*;
pub use organisation::*;
pub use papers::*;
pub use parcel::*;
pub use period::*;
pub use present::*;
pub use program::*;
pub use reader::*;
pub use reading::*;
pub use replay::*;
pub use returned::*;
pub use schema::*;
pub use schema_keys::*;
pub use standing::*;
pub use talk::*;
pub use tally::*;
pub use training::*;
pub use verification::*;

use super::section::texts;

texts! {
    /// The program as a whole: usage, settings, faults of the machine.
    program: Program,
    /// How the command line itself is explained and refused.
    usage: Usage,
    /// `--toon-instellingen`.
    settings: SettingsText,
    /// Why an answer cannot be taken, and what would be good.
    refusal: RefusalText,
    /// What the interview says around the questions.
    interview: InterviewText,
    /// What a person at a terminal reads around the questions: keys, lists, the panel of actions.
    terminal: TerminalText,
    /// What is wrong with an answers file.
    answers_file: AnswersFileText,
    /// How an answer is shown to a person.
    value: ValueText,
    /// What in a free text may tell who or where somebody is; and the lists of words that help to find it.
    trace: TraceText,
    /// What a plan and its parts are called.
    plan_names: PlanNamesText,
    /// `taal`, and the language of a document.
    language_command: LanguageCommandText,
    /// Days as they are written.
    days: DaysText,
    /// A safety plan: what is weak in it, and where.
    plan: PlanText,
    /// A plan file: its comments, and what can be wrong with one.
    plan_file: PlanFileText,
    /// Finding lists, and what follows from one set of answers.
    lists: ListsText,
    /// `batch`: what can be wrong with a record.
    batch: BatchText,
    /// `tel`: counts, and counts that may be published.
    tally: TallyText,
    /// `groep`: what a group answered, where it came apart and why.
    group: GroupText,
    /// Cases and their store, as the commands speak of them.
    cases: CaseText,
    /// Keys, and cases that are locked.
    keys: KeysText,
    /// `controleer`: is a log as it was written?
    check: CheckText,
    /// `reservekopie` and `terugzetten`.
    backup: BackupText,
    /// `nieuw`, `wis` and the menu.
    start: StartText,
    /// Answers of an organisation, kept beside the settings.
    organisation: OrganisationText,
    /// `protocol`: an organisation's own code.
    protocol: ProtocolText,
    /// `zelfcheck`: a self-check of our own, and two side by side.
    self_check: SelfCheckText,
    /// `partners`: the partners of the chain.
    partners: PartnersText,
    /// `toon`: a case at a glance.
    show: ShowText,
    /// `toon --terugspelen`: a case as it went.
    replay: ReplayText,
    /// `anonimiseer`: a copy of a case without its people.
    copy: CopyText,
    /// The log of a case.
    log: LogText,
    /// A safety plan as people read it.
    plan_paper: PlanPaperText,
    /// The later phases in a safety plan as people read it.
    plan_later: PlanLaterText,
    /// The pictures in a safety plan.
    plan_picture: PlanPictureText,
    /// The people of a case, and who belongs to whom.
    family: FamilyText,
    /// The anonymised consult sheet.
    consult: ConsultText,
    /// What a renderer adds: the word before a notice, the name of a table that can be moved.
    rendered: RenderedText,
    /// `vragenlijst`: for authors.
    author: AuthorText,
    /// A list in words: conditions, formulas, kinds of question.
    words: WordsText,
    /// `vragenlijst dekking`.
    coverage: CoverageText,
    /// A list as a picture: what stands in the boxes and along the lines.
    picture: PictureText,
    /// The command `vragenlijst beeld`.
    picture_command: PictureCommandText,
    /// A list as a document for reviewers.
    list_paper: ListPaperText,
    /// `vragenlijst dekking --muteer`.
    mutation: MutationText,
    /// A training case or a participant's file: what can be wrong.
    training: TrainingText,
    /// `oefen`.
    practise: PractiseText,
    /// `demo CASUS`: a training case for a room.
    present: PresentText,
    /// The demo.
    demo: DemoText,
    /// The command `plan`.
    plan_command: PlanCommandText,
    /// What came back about a plan, as people read it.
    replies: RepliesText,
    /// `plan --aanvullen`: somebody fills in what they know of a plan.
    fill_in: FillInText,
    /// `plan --voegsamen`: copies that came back, and the case that they go home to.
    gather: GatherText,
    /// `vergelijk` with two plan files.
    plan_compare: PlanCompareText,
    /// Sending sealed (`--aan`) and `open`.
    parcel: ParcelText,
    /// Papers that an author writes, as people read them.
    paper: PaperText,
    /// The command `papier`.
    paper_command: PaperCommandText,
    /// A version for a reader, as it is read.
    reader_paper: ReaderPaperText,
    /// The command `deel`.
    share: ShareText,
    /// The command `kladblok`.
    notebook: NotebookText,
    /// `vergelijk`: two assessments side by side.
    compare: CompareText,
    /// What differs in a stored result or plan.
    verification: VerificationText,
    /// The command `verifieer`.
    verify_command: VerifyCommandText,
    /// `overstap`: a case that moves to another list.
    switch: SwitchText,
    /// `vragenlijst vergelijk`: two lists side by side.
    list_compare: ListCompareText,
    /// What the keys of a plan file mean.
    plan_keys: PlanKeysText,
    /// JSON Schema, and the command that prints it.
    schema: SchemaText,
    /// What the members mean of what has a schema derived from its types.
    schema_keys: SchemaKeysText,
    /// Choosing a profile.
    profile: ProfileText,
    /// Where the rows of a ranking stand by how people rated them.
    order: OrderText,
    /// An exercise on screen: what is marked, what moves, what if.
    exercise: ExerciseText,
    /// What would follow from other answers.
    what_if: WhatIfText,
    /// `vragenlijst analyse`.
    analysis: AnalysisText,
    /// Periods: what is waited for, and until when.
    periods: PeriodsText,
    /// What is waited for in cases, and until when.
    due: DueText,
    /// What to find out in a case.
    finding: FindingText,
    /// What fixes an outcome, what would change it, what would settle it.
    explained: ExplainedText,
}
