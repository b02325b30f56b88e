//! A comparison as a person reads it: what came out otherwise first, then the order and the plan, then the answers.

use std::collections::BTreeSet;

use super::said::{Said, outcome};
use super::sides::Whole;
use crate::answer::show_date;
use crate::commands::sheet::Sheet;
use crate::comparison::{
    About, Because, Comparison, Difference, How, OrderMove, OutcomeMove, Place, PlanChange,
    PlanHow, PlanPart,
};
use crate::questionnaire::{Derived, Kind, QuestionId};
use crate::telling;
use crate::text::nl;

/// So many points stand under one heading.
const MOST: usize = 12;

/// The headings under which answers stand, in the order of the screen.
const GROUPS: [&[How]; 15] = [
    &[How::NewFact],
    &[How::NowKnown],
    &[How::ChangedMind],
    &[How::NoLongerKnown],
    &[How::AskedUnknown],
    &[How::OtherUnknown],
    &[How::NowApplies],
    &[How::NoLongerApplies],
    &[How::RowAdded],
    &[How::RowRemoved],
    &[How::TakenBack, How::UnknownTakenBack],
    &[How::OnlyNow],
    &[How::OnlyThen],
    &[How::Beside],
    &[How::Reordered],
];

/// The whole comparison.
pub(super) fn text(
    then: &Whole,
    now: &Whole,
    comparison: &Comparison,
    all: bool,
    width: usize,
) -> String {
    let says = &nl().compare;
    let mut page = Page {
        said: Said {
            then: then.side(),
            now: now.side(),
            all,
        },
        comparison,
        sheet: Sheet::new(width),
    };
    page.sheet.line(0, &says.then(&then.name));
    page.sheet.line(0, &says.now(&now.name));
    let (old, new) = (&then.list.version, &now.list.version);
    if old != new {
        let name = |of: &crate::questionnaire::ListVersion| format!("{} {}", of.id, of.version);
        page.sheet.line(0, &says.other_list(name(old), name(new)));
    }
    if then.case.is_some() && then.case != now.case {
        page.sheet.line(0, &says.rows_by_id());
    }
    page.sheet.heading(&summary(comparison));
    page.outcomes();
    comparison.orders.iter().for_each(|one| page.order(one));
    page.ratings();
    page.plan();
    page.answers();
    page.sheet.finish()
}

struct Page<'a> {
    said: Said<'a>,
    comparison: &'a Comparison,
    sheet: Sheet,
}

impl Page<'_> {
    fn outcomes(&mut self) {
        let text = &nl().compare;
        let comparison = self.comparison;
        if comparison.outcomes.is_empty() {
            return;
        }
        self.sheet.heading(&text.outcomes_heading());
        // Where the list gives no outcome at all on one side, one sentence says more than every outcome apart.
        if comparison.outcomes.iter().all(|one| one.then.is_none()) {
            self.sheet.line(3, &text.list_starts());
        } else if comparison.outcomes.iter().all(|one| one.now.is_none()) {
            self.sheet.line(3, &text.list_stops());
        }
        for one in &comparison.outcomes {
            self.outcome(one);
        }
    }

    fn outcome(&mut self, one: &OutcomeMove) {
        let text = &nl().compare;
        let find = |of: &crate::comparison::Side<'_>| -> Option<Derived> {
            let at = of.list.find_derived(&one.id)?;
            Some(of.list.derived(at).clone())
        };
        let (Some(before), Some(after)) = (find(&self.said.then), find(&self.said.now)) else {
            return;
        };
        let title = after.title.as_ref();
        let title = title.map_or_else(|| one.id.clone(), |title| title.nl.clone());
        self.sheet.point(&text.outcome(title));
        self.sheet
            .line(5, &text.was(outcome(&before, one.then.as_ref())));
        self.sheet
            .line(5, &text.is(outcome(&after, one.now.as_ref())));
        self.because(&one.because);
    }

    fn because(&mut self, because: &Because) {
        let text = &nl().compare;
        let mut causes: Vec<String> = because
            .differences
            .iter()
            .filter_map(|at| self.comparison.differences.get(*at))
            .map(|one| self.said.cause(one))
            .collect();
        if because.day {
            let (then, now) = (show_date(self.said.then.on), show_date(self.said.now.on));
            causes.push(text.the_dates(then, now));
        }
        if because.list {
            causes.push(text.the_list());
        }
        match causes.len() {
            0 => return,
            1 => self.sheet.line(5, &text.because()),
            _ => self.sheet.line(5, &text.because_all()),
        }
        for one in &causes {
            self.sheet.line(7, one);
        }
        if !because.smallest {
            self.sheet.line(5, &text.because_not_smallest());
        }
    }

    fn order(&mut self, one: &OrderMove) {
        let text = &nl().compare;
        self.sheet.heading(&text.order_heading());
        let list = self.said.now.list;
        let rows = list.find(&one.question.0).and_then(|at| {
            let Kind::Ranking { list: of, .. } = list.question(at).kind else {
                return None;
            };
            Some(list.question(of).id.clone())
        });
        let Some(rows) = rows else { return };
        for place in &one.places {
            let row = self.said.row_name(&rows, &place.row);
            let Place { then, now, .. } = *place;
            let moved = match (then, now) {
                (Some(then), Some(now)) if now < then => text.order_up(row, then, now),
                (Some(then), Some(now)) => text.order_down(row, then, now),
                (None, Some(now)) => text.order_in(row, now),
                (Some(then), None) => text.order_out(row, then),
                (None, None) => continue,
            };
            let top = |place: Option<usize>| place.is_some_and(|place| place <= one.top);
            let across = match (top(then), top(now)) {
                (false, true) if then.is_some() => text.into_top(one.top),
                (true, false) if now.is_some() => text.out_of_top(one.top),
                _ => String::new(),
            };
            self.sheet.point(format!("{moved} {across}").trim_end());
        }
    }

    /// What the ratings say of each row, where they say something else now.
    fn ratings(&mut self) {
        let climbs = &self.comparison.climbs;
        if climbs.is_empty() {
            return;
        }
        self.sheet.heading(&nl().compare.ratings_heading());
        let (then, now) = (&self.said.then, &self.said.now);
        for one in climbs {
            let line = telling::climb(now.list, then.answers, now.answers, one);
            self.sheet.point(&line);
        }
    }

    fn plan(&mut self) {
        let text = &nl().compare;
        let plan = &self.comparison.plan;
        if plan.is_empty() {
            return;
        }
        self.sheet.heading(&text.plan_heading());
        match plan.belongs {
            (false, true) => self.sheet.line(3, &text.plan_starts()),
            (true, false) => {
                self.sheet.line(3, &text.plan_stops());
                return;
            }
            _ => {}
        }
        for one in &plan.changes {
            self.plan_change(one);
        }
    }

    fn plan_change(&mut self, one: &PlanChange) {
        let text = &nl().compare;
        let what = match one.part {
            PlanPart::Situation => text.situation(&one.id),
            PlanPart::Condition => text.condition(&one.id),
            PlanPart::Agreement => text.agreement(&one.id),
        };
        let what = if one.text.is_empty() {
            format!("{what}.")
        } else {
            text.plan_text(what, self.said.short(&one.text))
        };
        let says = match &one.how {
            PlanHow::New => text.plan_new(what),
            PlanHow::Gone => text.plan_gone(what),
            PlanHow::Changed(roles) => {
                let list = self.said.now.list;
                let asked = |role| Some(list.question(list.by_role(role)?).text.nl.clone());
                let fields: Vec<String> = roles.iter().filter_map(|role| asked(*role)).collect();
                text.plan_changed(what, fields.join(" "))
            }
        };
        self.sheet.point(&says);
    }

    fn answers(&mut self) {
        let text = &nl().compare;
        let shown = Self::shown(self.comparison);
        if shown.iter().any(|one| one.how != How::Hidden) {
            self.sheet.heading(&text.answers_heading());
        }
        for group in GROUPS {
            let of: Vec<&&Difference> = shown
                .iter()
                .filter(|one| group.contains(&one.how))
                .collect();
            if of.is_empty() {
                continue;
            }
            self.sheet.line(0, "");
            self.sheet.line(1, &heading(group[0]));
            let most = if self.said.all { of.len() } else { MOST };
            for one in of.iter().take(most) {
                let point = self.said.point(one);
                self.sheet.point(&point);
            }
            if of.len() > most {
                self.sheet.line(3, &text.more(of.len() - most));
            }
        }
        match shown.iter().filter(|one| one.how == How::Hidden).count() {
            0 => {}
            1 => self.sheet.heading(&text.hidden_one()),
            count => self.sheet.heading(&text.hidden(count)),
        }
    }

    /// Without what is told elsewhere: the answers in the rows of a list that goes or comes as a whole, and an order.
    fn shown(comparison: &Comparison) -> Vec<&Difference> {
        let whole = |how| matches!(how, How::NowApplies | How::NoLongerApplies);
        let lists: BTreeSet<(&QuestionId, How)> = comparison
            .differences
            .iter()
            .filter_map(|one| match &one.about {
                About::Rows(list) if whole(one.how) => Some((list, one.how)),
                _ => None,
            })
            .collect();
        let inside = |one: &&Difference| match &one.about {
            About::Answer(key) if key.row.is_some() && whole(one.how) => {
                let list = key.question.0.rsplit_once('/').map(|(list, _)| list);
                list.is_some_and(|list| lists.contains(&(&QuestionId::from(list), one.how)))
            }
            _ => false,
        };
        // What moved in an order is told there.
        let order = |one: &&Difference| match &one.about {
            About::Answer(key) if one.how == How::ChangedMind && one.beside.is_empty() => {
                let moved = comparison.orders.iter();
                moved
                    .map(|order| &order.question)
                    .any(|id| *id == key.question)
            }
            _ => false,
        };
        let all = comparison.differences.iter();
        all.filter(|one| !inside(one) && !order(one)).collect()
    }
}

/// How much differs, in one line.
fn summary(of: &Comparison) -> String {
    let text = &nl().compare;
    let places = of.orders.iter().map(|one| one.places.len()).sum();
    let count = |count: usize, one: String, more: &dyn Fn(usize) -> String| match count {
        0 => None,
        1 => Some(one),
        count => Some(more(count)),
    };
    let answers = Page::shown(of).len();
    let parts: Vec<String> = [
        count(of.outcomes.len(), text.one_outcome(), &|n| {
            text.count_outcomes(n)
        }),
        count(places, text.one_place(), &|n| text.count_places(n)),
        count(of.plan.changes.len(), text.one_plan(), &|n| {
            text.count_plan(n)
        }),
        count(answers, text.one_answer(), &|n| text.count_answers(n)),
    ]
    .into_iter()
    .flatten()
    .collect();
    match parts.as_slice() {
        [] => text.nothing(),
        _ => text.summary(parts.join(", ")),
    }
}

fn heading(how: How) -> String {
    let text = &nl().compare;
    match how {
        How::NewFact => text.new_fact(),
        How::NowKnown => text.now_known(),
        How::ChangedMind => text.changed_mind(),
        How::NoLongerKnown => text.no_longer_known(),
        How::AskedUnknown => text.asked_unknown(),
        How::OtherUnknown => text.other_unknown(),
        How::NowApplies => text.now_applies(),
        How::NoLongerApplies => text.no_longer_applies(),
        How::RowAdded => text.row_added(),
        How::RowRemoved => text.row_removed(),
        How::TakenBack | How::UnknownTakenBack => text.taken_back(),
        How::OnlyNow => text.only_now(),
        How::OnlyThen => text.only_then(),
        How::Beside => text.beside(),
        How::Reordered => text.reordered(),
        How::Hidden => text.hidden_one(),
    }
}
