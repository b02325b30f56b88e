//! Readers: every name in a profile resolved against what a plan holds, and what no profile may give.

use super::frame::{frame, must_say, said};
use super::head::id;
use crate::problem::{Code, Problem, did_you_mean};
use crate::questionnaire::form::{READER, READER_ASK, READER_FIELD, READER_PART};
use crate::questionnaire::raw::{Faults, Fields, filled, repeated_keys, word};
use crate::questionnaire::reader::{
    AGREEMENTS, Ask, PARTS, PlanPart, Reader, ReaderPart, Takes, WHOLE, Who,
};
use crate::trace::Guarded;
use crate::yaml::Node;

/// What `wie` says where nobody of the case is chosen.
const BODY: &str = "instantie";

/// The profile that this tree is.
///
/// # Errors
/// Every fault in it.
pub fn lower_reader(tree: &Node) -> Result<Reader, Vec<Problem>> {
    let faults = Faults::default();
    let read = Reading { faults: &faults }.reader(tree);
    match read {
        Some(reader) if faults.count() == 0 => Ok(reader),
        _ => Err(faults.into_sorted()),
    }
}

struct Reading<'f> {
    faults: &'f Faults,
}

impl<'f> Reading<'f> {
    fn reader<'a>(&self, tree: &'a Node) -> Option<Reader>
    where
        'f: 'a,
    {
        repeated_keys(tree, self.faults);
        let mut fields = Fields::of(tree, &READER, self.faults)?;
        let name = id(&mut fields, "id", self.faults);
        let title = must_say(&mut fields, "titel", self.faults);
        let reader = must_say(&mut fields, "voor", self.faults);
        let source = must_say(&mut fields, "bron", self.faults);
        let who = self.who(&mut fields);
        let right_to_report = fields.flag("meldrecht");
        if right_to_report
            && who.flatten().is_some()
            && let Some(node) = tree.get("wie")
        {
            self.faults.say(
                Code::WrongUse,
                &node.place,
                "Zonder toestemming delen mag alleen met Veilig Thuis, en niet met mensen uit de casus.",
                "Haal `meldrecht` weg, of schrijf `wie: instantie`.",
            );
        }
        // Where it is not said, what is nearest by decides what else is told as a fault.
        let who = who.unwrap_or(Some(Who::Household));
        let names = fields
            .get("namen")
            .and_then(|node| self.one_of(node, &[(false, "rol"), (true, "casus")]));
        let may = fields.some("mag").iter();
        let may = may
            .filter_map(|node| self.one_of(node, &Guarded::ALL))
            .collect();
        let phones = fields.flag("bellen");
        let file = fields.flag("planbestand");
        let asks: Vec<Ask> = fields
            .items("vooraf")
            .iter()
            .filter_map(|node| self.ask(node))
            .collect();
        let about = said(&mut fields, "inleiding");
        let parts = fields.need("krijgt");
        let parts = parts.map_or(&[][..], |node| filled(node, self.faults));
        let parts: Vec<ReaderPart> = parts
            .iter()
            .filter_map(|node| self.part(node, who))
            .collect();
        self.named_once(&parts, tree);
        let closing = said(&mut fields, "slot");
        fields.finish();
        let has = |field: &str| {
            let heads = parts.iter().filter_map(|part| part.takes.as_ref());
            let mut heads = heads.filter(|takes| takes.part == "plan");
            heads.any(|takes| takes.fields.iter().any(|(name, _)| *name == field))
        };
        if file && !(has("status") && has("fase")) {
            self.faults.say(
                Code::MissingKey,
                &tree.place,
                "Een planbestand zegt altijd hoe ver het plan is en in welke fase. Deze lezer krijgt dat niet.",
                "Voeg een deel toe met `uit: plan` en `velden: [status, fase]`, of haal `planbestand` weg.",
            );
        }
        Some(Reader {
            id: name?.0.to_owned(),
            title: title?,
            reader: reader?,
            who,
            right_to_report,
            names: names.unwrap_or(false),
            may,
            phones,
            file,
            asks,
            about,
            closing,
            parts,
            source: source?,
            place: tree.place.clone(),
        })
    }

    /// Who has a version of their own: nobody of the case for a body. Nothing where that is not said.
    fn who(&self, fields: &mut Fields<'_>) -> Option<Option<Who>> {
        let node = fields.need("wie")?;
        let known = Who::ALL.map(|who| (Some(who), who.word()));
        let known: Vec<_> = known.into_iter().chain([(None, BODY)]).collect();
        self.one_of(node, &known)
    }

    /// Rows stand in one place: what is one's own in the one would be everybody's in the other.
    fn named_once(&self, parts: &[ReaderPart], tree: &Node) {
        let taken = parts.iter().filter_map(|part| part.takes.as_ref());
        let mut seen: Vec<&str> = Vec::new();
        for takes in taken {
            let has_rows = PARTS
                .iter()
                .any(|part| part.name == takes.part && part.rows);
            if has_rows && seen.contains(&takes.part) {
                self.faults.say(
                    Code::WrongUse,
                    &tree.place,
                    format!("`{}` staat er twee keer in.", takes.part),
                    "Noem het één keer, met alle velden die de lezer krijgt.",
                );
            }
            seen.push(takes.part);
        }
    }

    fn one_of<T: Copy>(&self, node: &Node, known: &[(T, &'static str)]) -> Option<T> {
        let said = word(node, self.faults)?;
        let found = known.iter().find(|(_, name)| *name == said);
        if found.is_none() {
            self.unknown(node, said, known.iter().map(|(_, name)| *name));
        }
        found.map(|(one, _)| *one)
    }

    fn unknown(&self, node: &Node, said: &str, known: impl Iterator<Item = &'static str>) {
        let message = format!("`{said}` kan hier niet.");
        let known: Vec<&str> = known.collect();
        let tip = did_you_mean(said, known.iter().copied());
        self.faults.say(Code::BadValue, &node.place, message, tip);
    }

    fn ask(&self, node: &Node) -> Option<Ask> {
        let mut fields = Fields::of(node, &READER_ASK, self.faults)?;
        let name = id(&mut fields, "id", self.faults);
        let question = must_say(&mut fields, "vraag", self.faults);
        let must = said(&mut fields, "moet_ja");
        fields.finish();
        Some(Ask {
            id: name?.0.to_owned(),
            question: question?,
            must,
        })
    }

    fn part(&self, node: &Node, who: Option<Who>) -> Option<ReaderPart> {
        let mut fields = Fields::of(node, &READER_PART, self.faults)?;
        let frame = frame(&mut fields, self.faults);
        let from = fields.get("uit");
        let own = fields.flag("eigen");
        let others = said(&mut fields, "kop_ander");
        let named = fields.items("velden");
        let running = fields.flag("doorlopend");
        fields.finish();
        let takes = match from {
            Some(from) => Some(Takes {
                others,
                ..self.takes(from, named, own, running, who)?
            }),
            None => None,
        };
        if let (Some((name, _)), Some(takes)) = (node.entry("kop_ander"), &takes)
            && (takes.part != AGREEMENTS || !takes.own || takes.running)
        {
            self.faults.say(
                Code::WrongUse,
                &name.place,
                "`kop_ander` zet apart wat een ander doet en de lezer nakijkt. Dat kan alleen bij de eigen afspraken.",
                "Gebruik het met `uit: afspraken` en `eigen: ja`, zonder `doorlopend`, of haal het weg.",
            );
        }
        Some(ReaderPart { frame, takes })
    }

    fn takes(
        &self,
        from: &Node,
        named: &[Node],
        own: bool,
        running: bool,
        who: Option<Who>,
    ) -> Option<Takes> {
        let said = word(from, self.faults)?;
        let Some(part) = PARTS.iter().find(|part| part.name == said) else {
            self.unknown(from, said, PARTS.iter().map(|part| part.name));
            return None;
        };
        if own && who.is_none() {
            self.faults.say(
                Code::WrongUse,
                &from.place,
                "Met `eigen: ja` krijgt iemand wat over hem of haar gaat. Hier wordt niemand gekozen.",
                "Zet bovenaan bij `wie` wie er een eigen versie krijgt, of haal `eigen` weg.",
            );
        }
        let mut fields = Vec::new();
        for node in named {
            fields.extend(self.field(node, part));
        }
        if named.is_empty() && !part.fields.is_empty() {
            self.faults.say(
                Code::MissingKey,
                &from.place,
                format!("Er staat niet welke velden van `{said}` de lezer krijgt. Wat niet is genoemd, blijft weg."),
                format!("Voeg `velden` toe. Deze zijn er: {}.", part.fields.join(", ")),
            );
        }
        self.not_near(from, part, &fields, who);
        Some(Takes {
            part: part.name,
            own,
            others: None,
            fields,
            running,
        })
    }

    fn field(
        &self,
        node: &Node,
        part: &'static PlanPart,
    ) -> Option<(&'static str, Option<String>)> {
        let (at, label) = if node.map().is_some() {
            let mut fields = Fields::of(node, &READER_FIELD, self.faults)?;
            let at = fields.need("veld");
            let label = said(&mut fields, "kop");
            fields.finish();
            (at?, label)
        } else {
            (node, None)
        };
        let said = word(at, self.faults)?;
        let found = part.fields.iter().find(|field| **field == said);
        if found.is_none() {
            self.unknown(at, said, part.fields.iter().copied());
        }
        Some((*found?, label))
    }

    /// Who weighed, who told, who agrees: never for the family, a child or the network.
    fn not_near(
        &self,
        from: &Node,
        part: &PlanPart,
        fields: &[(&'static str, Option<String>)],
        who: Option<Who>,
    ) {
        if !who.is_some_and(Who::is_near) {
            return;
        }
        let whole = part.never_near.contains(&WHOLE);
        let found = fields.iter().map(|(name, _)| *name);
        let mut found = found.filter(|name| part.never_near.contains(name));
        let named = if whole { Some(part.name) } else { found.next() };
        if let Some(named) = named {
            self.faults.say(
                Code::WrongUse,
                &from.place,
                format!("`{named}` is nooit voor gezin, kind of netwerk: het verraadt wie wat zei, woog of vond."),
                "Haal het weg. Voor de keten of Veilig Thuis kan het wel, in een eigen lezer met `wie: instantie`.",
            );
        }
    }
}
