//! From a checked list to its picture.

use std::collections::BTreeSet;

use super::{Edge, EdgeKind, Node, NodeKind, Picture};
use crate::plain::one_line;
use crate::questionnaire::{
    Condition, Derived, Formula, Kind, OptionId, Question, QuestionIx, Questionnaire, Subjects,
};
use crate::text::nl;
use crate::words::Words;

impl Picture {
    /// The picture of this list.
    pub fn of(list: &Questionnaire) -> Self {
        let mut build = Build {
            list,
            words: Words::new(list),
            questions: vec![0; list.questions.len()],
            derived: Vec::new(),
            nodes: Vec::new(),
            edges: Vec::new(),
            seen: BTreeSet::new(),
        };
        build.flow();
        build.follows();
        build.conditions();
        build.formulas();
        let text = &nl().picture;
        Self {
            title: one_line(&list.title.nl),
            version: format!("{} {}", list.version.id, list.version.version),
            about: text.about(
                one_line(&list.title.nl),
                list.parts.len(),
                list.questions.len(),
                list.derived.len(),
            ),
            nodes: build.nodes,
            edges: build.edges,
        }
    }
}

struct Build<'a> {
    list: &'a Questionnaire,
    words: Words<'a>,
    /// The node of every question, part and derived value, by its place in the list.
    questions: Vec<usize>,
    derived: Vec<usize>,
    nodes: Vec<Node>,
    edges: Vec<Edge>,
    seen: BTreeSet<(usize, usize, EdgeKind)>,
}

impl<'a> Build<'a> {
    /// Parts with their questions, in the order of asking.
    fn flow(&mut self) {
        let list = self.list;
        let mut before = None;
        for part in &list.parts {
            let at = self.add(
                NodeKind::Part,
                &part.id,
                &part.title.nl,
                nl().picture.part(),
                part.when.as_ref(),
                None,
            );
            self.next(&mut before, at);
            for question in &part.questions {
                let node = self.question(*question, at);
                self.next(&mut before, node);
                let Kind::List { questions, .. } = &list.question(*question).kind else {
                    continue;
                };
                for inner in questions {
                    let inner = self.question(*inner, node);
                    self.edge(node, inner, EdgeKind::Row, None);
                }
            }
        }
    }

    fn next(&mut self, before: &mut Option<usize>, to: usize) {
        if let Some(from) = before.replace(to) {
            self.edge(from, to, EdgeKind::Next, None);
        }
    }

    fn question(&mut self, at: QuestionIx, within: usize) -> usize {
        let question = self.list.question(at);
        let mut hint = self.words.kind(question);
        if let Some(advice) = question.advice {
            let advice = &self.list.derived(advice).id;
            hint = nl().picture.beside_advice(hint, advice);
        }
        let node = self.add(
            kind(question),
            &question.id.0,
            &question.text.nl,
            hint,
            question.when.as_ref(),
            Some(within),
        );
        self.questions[at.0] = node;
        node
    }

    /// Derived values with their levels, and the rules that say when there is no outcome.
    fn follows(&mut self) {
        let text = &nl().picture;
        for derived in &self.list.derived {
            let title = derived
                .title
                .as_ref()
                .map_or(&derived.id, |title| &title.nl);
            let computed = self.words.computed(derived);
            let kind = match derived.levels.is_empty() {
                true => NodeKind::Number,
                false => NodeKind::Outcome,
            };
            let hint = computed.lead.trim_end_matches([':', '.']).to_owned();
            let at = self.add(kind, &derived.id, title, hint, derived.when.as_ref(), None);
            self.derived.push(at);
            for level in &derived.levels {
                let id = format!("{}/{}", derived.id, level.id);
                let node = self.add(
                    NodeKind::Level,
                    &id,
                    &level.text.nl,
                    text.level(),
                    None,
                    Some(at),
                );
                let label = self.bounds(derived, &level.id);
                self.edge(at, node, EdgeKind::Level, label);
            }
        }
        for (at, rule) in self.list.not_applicable.iter().enumerate() {
            let id = text.rule(at + 1);
            let node = self.add(
                NodeKind::NoOutcome,
                &id,
                &rule.reason.nl,
                text.no_outcome(),
                Some(&rule.when),
                None,
            );
            let label = self.words.condition(&rule.when);
            self.link(
                &Subjects::of_condition(&rule.when),
                node,
                EdgeKind::Stops,
                Some(&label),
            );
        }
    }

    /// Every line that comes from a condition or a reference of a part, question or derived value.
    fn conditions(&mut self) {
        let list = self.list;
        for part in &list.parts {
            let node = self.part(&part.id);
            self.asked(part.when.as_ref(), node, EdgeKind::Asked);
        }
        for (at, question) in list.questions.iter().enumerate() {
            let node = self.questions[at];
            self.asked(question.when.as_ref(), node, EdgeKind::Asked);
            match &question.kind {
                Kind::Judgement { rests_on, .. } => {
                    for on in rests_on {
                        self.edge(self.questions[on.0], node, EdgeKind::Beside, None);
                    }
                }
                Kind::Row { list, .. } => {
                    self.edge(self.questions[list.0], node, EdgeKind::RowsOf, None);
                }
                Kind::Ranking {
                    list,
                    first,
                    weighs,
                    ..
                } => {
                    self.edge(self.questions[list.0], node, EdgeKind::RowsOf, None);
                    for weight in weighs {
                        let also = weight.also.iter().map(|also| also.question);
                        for by in std::iter::once(weight.question).chain(also) {
                            self.edge(self.questions[by.0], node, EdgeKind::Weighs, None);
                        }
                    }
                    let first = first.as_ref().map(|(when, _)| when);
                    self.asked(first, node, EdgeKind::First);
                }
                _ => {}
            }
            if let Some(advice) = question.advice {
                self.edge(self.derived[advice.0], node, EdgeKind::Advises, None);
            }
        }
        for (at, derived) in list.derived.iter().enumerate() {
            self.asked(derived.when.as_ref(), self.derived[at], EdgeKind::Applies);
        }
    }

    fn asked(&mut self, when: Option<&Condition>, node: usize, kind: EdgeKind) {
        if let Some(when) = when {
            let label = self.words.condition(when);
            self.link(&Subjects::of_condition(when), node, kind, Some(&label));
        }
    }

    /// Every line into a formula.
    fn formulas(&mut self) {
        for (at, derived) in self.list.derived.iter().enumerate() {
            let from = Subjects::of_formula(&derived.formula);
            let node = self.derived[at];
            for question in from.questions {
                self.edge(self.questions[question.0], node, EdgeKind::Counts, None);
            }
            for derived in from.derived {
                self.edge(self.derived[derived.0], node, EdgeKind::Feeds, None);
            }
        }
    }

    /// With which bounds, or by which rules, a derived value is of this level.
    fn bounds(&self, derived: &'a Derived, level: &OptionId) -> Option<String> {
        let text = &nl().picture;
        match &derived.formula {
            Formula::Bands { rows, .. } => {
                let bands = rows.iter().filter(|band| band.level == *level);
                let said: Vec<String> = bands.map(|band| self.words.bounds(band)).collect();
                (!said.is_empty()).then(|| said.join("; "))
            }
            Formula::Table(rows) | Formula::Rules(rows) => {
                let own = rows.iter().enumerate();
                let own = own.filter(|(_, row)| row.level == *level);
                let own: Vec<String> = own.map(|(at, _)| (at + 1).to_string()).collect();
                match own.as_slice() {
                    [] => None,
                    [one] => Some(text.by_rule(one)),
                    several => Some(text.by_rules(several.join(", "))),
                }
            }
            _ => None,
        }
    }

    fn add(
        &mut self,
        kind: NodeKind,
        id: &str,
        label: &str,
        hint: String,
        when: Option<&Condition>,
        within: Option<usize>,
    ) -> usize {
        let when = when.map(|when| self.words.condition(when));
        self.nodes.push(Node {
            kind,
            id: id.to_owned(),
            label: one_line(label),
            hint,
            when,
            within,
        });
        self.nodes.len() - 1
    }

    fn part(&self, id: &str) -> usize {
        let is = |node: &Node| node.kind == NodeKind::Part && node.id == id;
        self.nodes.iter().position(is).unwrap_or(0)
    }

    fn link(&mut self, from: &Subjects, to: usize, kind: EdgeKind, label: Option<&str>) {
        for question in &from.questions {
            let label = label.map(str::to_owned);
            self.edge(self.questions[question.0], to, kind, label);
        }
        for derived in &from.derived {
            let label = label.map(str::to_owned);
            self.edge(self.derived[derived.0], to, kind, label);
        }
    }

    fn edge(&mut self, from: usize, to: usize, kind: EdgeKind, label: Option<String>) {
        if self.seen.insert((from, to, kind)) {
            self.edges.push(Edge {
                from,
                to,
                kind,
                label,
            });
        }
    }
}

fn kind(question: &Question) -> NodeKind {
    match &question.kind {
        Kind::Notice { danger: true, .. } => NodeKind::Danger,
        Kind::Notice { .. } => NodeKind::Notice,
        Kind::List { .. } => NodeKind::List,
        _ if question.advice.is_some() => NodeKind::Decision,
        Kind::Judgement { .. } => NodeKind::Judgement,
        _ => NodeKind::Question,
    }
}
