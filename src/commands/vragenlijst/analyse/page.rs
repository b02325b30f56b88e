//! What was found, for a person: one part for each outcome, then what the maker promises, then the settings.

use super::figure::{count, count_or_many, share};
use super::picture::Picture;
use super::{Found, Setting};
use crate::analysis::{
    Came, Compared, Counts, Decisions, Difference, Extent, Facts, Reached, Verdict,
};
use crate::answer::show_date;
use crate::questionnaire::Formula;
use crate::text::{indent, nl, wrap};

/// So many numbers at most are told one by one.
const FEW_NUMBERS: usize = 6;

/// So many sets of outcomes between which it stays open are told one by one.
const MOST_OPEN: usize = 4;

/// Everything as lines of at most this width.
pub(super) fn page(found: &Found<'_>, width: usize) -> String {
    let page = Page {
        found,
        picture: Picture {
            list: found.list,
            width,
        },
        width,
    };
    page.all().join("\n")
}

struct Page<'a> {
    found: &'a Found<'a>,
    picture: Picture<'a>,
    width: usize,
}

impl Page<'_> {
    fn all(&self) -> Vec<String> {
        let text = &nl().analysis;
        let list = self.found.list;
        let version = &list.version;
        let title = format!("{} ({} {})", list.title, version.id, version.version);
        let mut lines = vec![wrap(&title, self.width)];
        if self.found.facts.is_empty() {
            lines.push(wrap(&text.nothing_follows(), self.width));
        } else {
            let day = show_date(self.found.day);
            lines.push(wrap(&text.looked_at(day), self.width));
        }
        for facts in &self.found.facts {
            lines.push(String::new());
            self.facts(facts, &mut lines);
        }
        self.idle_everywhere(&mut lines);
        self.settings(&mut lines);
        self.properties(&mut lines);
        lines
    }

    fn say(&self, line: &str, by: usize, lines: &mut Vec<String>) {
        lines.push(indent(line, self.width, by));
    }

    fn facts(&self, facts: &Facts, lines: &mut Vec<String>) {
        let text = &nl().analysis;
        let title = self.picture.title(facts.of);
        lines.push(wrap(&title, self.width));
        match &facts.extent {
            Extent::TooLarge => self.say(&text.too_large(), 2, lines),
            Extent::Endless(keys) => {
                let keys: Vec<String> = keys.iter().map(ToString::to_string).collect();
                self.say(&text.endless(keys.join(", ")), 2, lines);
            }
            Extent::Rows { lists, most, sure } => {
                let lists = self.picture.ids(lists);
                self.say(&text.uncounted_rows(lists, most), 2, lines);
                if !sure {
                    self.say(&text.unclear_rows(), 2, lines);
                }
            }
            Extent::All(counts) => self.counts(facts, counts, lines),
        }
        self.examples(facts, lines);
        if !facts.never.is_empty() {
            let never = facts.never.iter();
            let never: Vec<String> = never
                .map(|came| self.picture.came(facts.of, came))
                .collect();
            self.say(&text.never_comes(never.join(", ")), 2, lines);
        }
        if let Some(decisions) = &facts.decisions {
            self.decisions(facts, decisions, lines);
        }
        if let Extent::All(counts) = &facts.extent {
            self.influence(counts, lines);
        }
        if !facts.idle.is_empty() {
            self.say(&text.idle(self.picture.ids(&facts.idle)), 2, lines);
        }
    }

    fn counts(&self, facts: &Facts, counts: &Counts, lines: &mut Vec<String>) {
        let text = &nl().analysis;
        if counts.answers.is_empty() {
            let only = facts.values.first();
            let only = only.map_or_else(String::new, |one| self.picture.came(facts.of, &one.came));
            self.say(&text.always_this(only), 2, lines);
            return;
        }
        let answers = match counts.answers.len() {
            1 => text.one_answer(),
            many => text.answers(many),
        };
        let ways = count_or_many(counts.ways);
        let unknown = count_or_many(counts.ways_unknown);
        self.say(&text.rests_on(answers, ways, unknown), 2, lines);
        if counts.answers.iter().any(|(_, _, each)| !each) {
            self.say(&text.rests_on_grouped(), 2, lines);
        }
        let rows = self.table(facts, counts);
        let cell = |share: Option<(u128, Option<u128>)>| match share {
            Some((part, Some(whole))) => [count(part), self::share(part, whole)],
            Some((part, None)) => [count(part), String::new()],
            None => ["-".to_owned(), String::new()],
        };
        let cells: Vec<[String; 4]> = rows
            .iter()
            .map(|(_, known, certain)| {
                let ([a, b], [c, d]) = (cell(*known), cell(*certain));
                [a, b, c, d]
            })
            .collect();
        let wide = |at: usize| {
            cells
                .iter()
                .map(|row| row[at].chars().count())
                .max()
                .unwrap_or(0)
        };
        let (known, with) = (text.all_known(), text.with_unknown());
        let first = (wide(0) + 2 + wide(1)).max(known.chars().count());
        let second = (wide(2) + 2 + wide(3)).max(with.chars().count());
        lines.push(String::new());
        lines.push(format!("  {known:>first$}   {with:>second$}"));
        for ((name, ..), [a, b, c, d]) in rows.iter().zip(&cells) {
            let known = format!("{a}  {b:>width$}", width = wide(1));
            let with = format!("{c}  {d:>width$}", width = wide(3));
            let head = format!("  {known:>first$}   {with:>second$}   ");
            let far = head.chars().count();
            let name = indent(name, self.width.max(far + 16), far);
            lines.push(format!("{head}{}", name.trim_start()));
        }
        lines.push(String::new());
    }

    /// Each line of the table: what it is about, in how many ways of how many with everything known, and with unknowns.
    fn table(&self, facts: &Facts, counts: &Counts) -> Vec<Line> {
        let text = &nl().analysis;
        let numbers: Vec<&Reached> = facts
            .values
            .iter()
            .filter(|reached| matches!(reached.came, Came::Number(_)))
            .collect();
        let mut lines: Vec<Line> = Vec::new();
        let line = |name: String, known: Option<u128>, certain: Option<u128>| {
            let known = known.map(|ways| (ways, counts.ways));
            (name, known, certain.map(|ways| (ways, counts.ways_unknown)))
        };
        let many = numbers.len() > FEW_NUMBERS;
        if let (true, Some(first), Some(last)) = (many, numbers.first(), numbers.last()) {
            let sum = |of: &dyn Fn(&Reached) -> Option<u128>| {
                numbers
                    .iter()
                    .map(|reached| of(reached))
                    .sum::<Option<u128>>()
            };
            let [low, high] = [first, last].map(|one| self.picture.came(facts.of, &one.came));
            lines.push(line(
                text.numbers(low, high),
                sum(&|reached| reached.ways),
                sum(&|reached| reached.certain),
            ));
        }
        for reached in &facts.values {
            if many && matches!(reached.came, Came::Number(_)) {
                continue;
            }
            let name = self.picture.came(facts.of, &reached.came);
            lines.push(line(name, reached.ways, reached.certain));
        }
        if let Some(ways) = counts.open_ways {
            lines.push((text.stays_open(), None, Some((ways, counts.ways_unknown))));
        }
        let open = counts.open.as_deref().unwrap_or_default();
        if numbers.is_empty() && open.len() > 1 {
            for (between, ways) in open.iter().take(MOST_OPEN) {
                let between: Vec<String> = between
                    .iter()
                    .map(|came| self.picture.came(facts.of, came))
                    .collect();
                lines.push((
                    text.open_between(between.join(" / ")),
                    None,
                    Some((*ways, counts.ways_unknown)),
                ));
            }
            if let Some(rest) = open.get(MOST_OPEN..).filter(|rest| !rest.is_empty()) {
                let ways = rest.iter().map(|(_, ways)| ways).sum();
                let ways = Some((ways, counts.ways_unknown));
                lines.push((text.open_otherwise(), None, ways));
            }
        }
        lines
    }

    fn examples(&self, facts: &Facts, lines: &mut Vec<String>) {
        let text = &nl().analysis;
        let numbers = facts
            .values
            .iter()
            .filter(|one| matches!(one.came, Came::Number(_)))
            .count();
        let settled = matches!(&facts.extent, Extent::All(counts) if counts.answers.is_empty());
        if facts.values.is_empty() || settled || numbers > FEW_NUMBERS {
            return;
        }
        self.say(&text.comes_out(), 2, lines);
        for reached in &facts.values {
            let value = self.picture.came(facts.of, &reached.came);
            self.say(&text.example(value), 4, lines);
            match &reached.example {
                Some(example) => lines.extend(self.picture.example(example, 6)),
                None => self.say(&text.too_large(), 6, lines),
            }
        }
    }

    fn decisions(&self, facts: &Facts, decisions: &Decisions, lines: &mut Vec<String>) {
        let text = &nl().analysis;
        let (word, rows) = match &self.found.list.derived(facts.of).formula {
            Formula::Rules(_) => (text.rule(), text.rules()),
            Formula::Table(_) => (text.row(), text.table_rows()),
            _ => (text.band(), text.bands()),
        };
        let known: u128 = decisions.rows.iter().filter_map(|row| row.ways).sum();
        let shares: Vec<String> = decisions
            .rows
            .iter()
            .map(|row| match (row.ever, row.ways) {
                (false, _) => text.never(),
                (true, Some(ways)) => share(ways, known),
                (true, None) => String::new(),
            })
            .collect();
        let counted = decisions
            .rows
            .iter()
            .any(|row| row.ways.is_some() || !row.ever);
        if decisions.rows.len() > 1 && counted {
            self.say(&text.decides(rows), 2, lines);
            let wide = shares.iter().map(|share| share.chars().count()).max();
            let wide = wide.unwrap_or(0);
            for (at, (row, share)) in decisions.rows.iter().zip(&shares).enumerate() {
                let level = self.picture.came(facts.of, &Came::Level(row.level.clone()));
                let line = text.row_line(&word, at + 1, level);
                let head = format!("    {share:>wide$}  ");
                let far = head.chars().count();
                let line = indent(&line, self.width, far);
                lines.push(format!("{head}{}", line.trim_start()));
            }
        }
        if let Some(gap) = &decisions.gap {
            self.say(&text.gap(&word), 2, lines);
            lines.extend(self.picture.example(&gap.example, 4));
            if let (Some(ways), Some(of)) = (gap.ways, gap.of) {
                self.say(&text.gap_ways(count(ways), share(ways, of)), 4, lines);
            }
        }
        self.overlaps(&word, decisions, lines);
    }

    fn overlaps(&self, word: &str, decisions: &Decisions, lines: &mut Vec<String>) {
        let text = &nl().analysis;
        for first in 0..decisions.rows.len() {
            let mut others: Vec<_> = decisions
                .overlaps
                .iter()
                .filter(|overlap| overlap.first == first)
                .collect();
            others.sort_by_key(|overlap| overlap.other);
            let Some(shown) = others.first() else {
                continue;
            };
            let numbers: Vec<String> = others
                .iter()
                .map(|overlap| (overlap.other + 1).to_string())
                .collect();
            let numbers = match numbers.split_last() {
                Some((last, before)) if !before.is_empty() => {
                    format!("{} {} {last}", before.join(", "), text.and())
                }
                _ => numbers.concat(),
            };
            let others = text.overlap_words(word, numbers);
            self.say(&text.overlap(word, first + 1, others), 2, lines);
            lines.extend(self.picture.example(&shown.shown.example, 4));
        }
    }

    /// The answers by how much they matter; those that matter as much on one line.
    fn influence(&self, counts: &Counts, lines: &mut Vec<String>) {
        let text = &nl().analysis;
        if counts.influence.is_empty() {
            return;
        }
        let mut groups: Vec<(String, Vec<String>)> = Vec::new();
        for one in &counts.influence {
            let (Some(ways), Some(of)) = (one.ways, one.of) else {
                continue;
            };
            let share = share(ways, of);
            match groups.last_mut().filter(|(known, _)| *known == share) {
                Some((_, keys)) => keys.push(one.key.to_string()),
                None => groups.push((share, vec![one.key.to_string()])),
            }
        }
        self.say(&text.influence(), 2, lines);
        let wide = groups.iter().map(|(share, _)| share.chars().count()).max();
        let wide = wide.unwrap_or(0);
        for (share, keys) in groups {
            let head = format!("    {share:>wide$}  ");
            let far = head.chars().count();
            let keys = match keys.len() {
                1 => keys.concat(),
                _ => text.influence_each(keys.join(", ")),
            };
            let keys = indent(&keys, self.width, far);
            lines.push(format!("{head}{}", keys.trim_start()));
        }
    }

    /// The questions that change nothing at all; only told of a list that was looked at whole.
    fn idle_everywhere(&self, lines: &mut Vec<String>) {
        let idle = self.found.idle();
        if self.found.one || idle.is_empty() {
            return;
        }
        lines.push(String::new());
        let text = nl().analysis.idle_everywhere(self.picture.ids(&idle));
        lines.push(wrap(&text, self.width));
    }

    fn settings(&self, lines: &mut Vec<String>) {
        let text = &nl().analysis;
        if self.found.settings.is_empty() {
            return;
        }
        lines.push(String::new());
        lines.push(text.settings());
        for setting in &self.found.settings {
            self.setting(setting, lines);
        }
    }

    fn setting(&self, setting: &Setting, lines: &mut Vec<String>) {
        let text = &nl().analysis;
        let head = text.setting(&setting.id, &setting.value, &setting.other);
        self.say(&head, 2, lines);
        let same = |compared: &Compared| matches!(compared, Compared::Same(_));
        if setting.compared.iter().all(|(_, compared)| same(compared)) {
            self.say(&text.setting_same(), 4, lines);
        }
        for (at, compared) in &setting.compared {
            match compared {
                Compared::Same(_) => {}
                Compared::Unclear => {
                    self.say(&text.setting_unclear(self.picture.title(*at)), 4, lines);
                }
                Compared::Differs(difference) => self.difference(difference, lines),
            }
        }
    }

    fn difference(&self, difference: &Difference, lines: &mut Vec<String>) {
        let text = &nl().analysis;
        let of = difference.of;
        let ways = match (difference.ways, difference.all) {
            (Some(ways), Some(all)) => text.differs_ways(count(ways), count(all), share(ways, all)),
            _ => text.differs_some(),
        };
        let title = self.picture.title(of);
        self.say(&text.setting_differs(title, ways), 4, lines);
        for (from, to, ways) in &difference.moves {
            let ways = match (ways, difference.all) {
                (Some(ways), Some(all)) => text.share(count(*ways), share(*ways, all)),
                _ => String::new(),
            };
            let [from, to] = [from, to].map(|came| self.picture.came(of, came));
            self.say(&text.setting_move(from, to, ways), 6, lines);
        }
        let [here, there] = [0, 1].map(|at: usize| self.picture.came(of, &difference.came[at]));
        self.say(&text.setting_example(here, there), 6, lines);
        lines.extend(self.picture.example(&difference.example, 8));
    }

    fn properties(&self, lines: &mut Vec<String>) {
        let text = &nl().analysis;
        if self.found.properties.is_empty() {
            if !self.found.one && !self.found.facts.is_empty() {
                lines.push(String::new());
                lines.push(wrap(&text.no_properties(), self.width));
            }
            return;
        }
        lines.push(String::new());
        lines.push(text.properties());
        for (at, verdict) in &self.found.properties {
            let property = &self.found.list.properties[*at];
            let promise = format!("{} [{}]", self.picture.promise(property), property.id);
            self.say(&promise, 2, lines);
            self.say(&self.picture.verdict(property, verdict), 4, lines);
            if let Verdict::Refuted(counter) = verdict {
                lines.extend(self.picture.counter(&property.claim, counter, 6));
            }
        }
        lines.push(String::new());
        let all = self.found.properties.len();
        let done = match (self.found.wrong(), all) {
            (0, 1) => text.done_one(),
            (0, all) => text.done(all),
            (wrong, _) => text.done_bad(wrong),
        };
        lines.push(wrap(&done, self.width));
    }
}

/// What a line is about, and in how many ways of how many.
type Line = (
    String,
    Option<(u128, Option<u128>)>,
    Option<(u128, Option<u128>)>,
);
