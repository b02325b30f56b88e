//! What the program puts in the document by itself: the numbers to call, what the profile says and rests on, how long
//! a record is kept, the partners.

use crate::answer::{Answers, show_date};
use crate::commands::{lists, partners, profiel, shared};
use crate::document::{Block, Line, Table, Tone};
use crate::engine::{Truth, View};
use crate::error::Result;
use crate::interview::Phone;
use crate::partner::Partner;
use crate::protocol::{Piece, Template};
use crate::questionnaire::{Library, NumberRef, PeriodSort, Questionnaire};
use crate::text::nl;
use crate::words::{Words, figure};
use crate::world::World;

/// What is needed for the pieces.
pub(super) struct Pieces {
    list: Questionnaire,
    base: bool,
    /// The shipped profile that it is, or that it adapts.
    profile: String,
    /// What the profile says of itself, where those are the words of the makers of the program.
    by_makers: bool,
    phones: Vec<Phone>,
    partners: Vec<Partner>,
    show_partners: bool,
    today: chrono::NaiveDate,
}

impl Pieces {
    pub(super) fn gather(world: &mut World, template: &Template) -> Result<Self> {
        let mut library = lists::library(world, None)?;
        let list = lists::load(world, &mut library, &template.profiel_van)?;
        let shipped = Library::shipped();
        let mut profile = list.version.id.clone();
        while shipped.ids().all(|id| id != profile) {
            let Some(beneath) = library.adapts(&profile) else {
                break;
            };
            profile = beneath;
        }
        let by_makers = profile == list.version.id
            || shipped
                .load(&profile)
                .is_ok_and(|one| one.about == list.about);
        let mut phones = shared::phones();
        phones.retain(|phone| {
            let only = template.nummers_bij.get(&phone.id);
            only.is_none_or(|only| only.contains(&profile))
        });
        Ok(Self {
            profile,
            by_makers,
            base: profiel::current(world) == lists::BASE,
            list,
            phones,
            partners: partners::kept(world)?,
            show_partners: world.settings.shows_partners("protocol"),
            today: world.today,
        })
    }

    /// What the profile is called.
    pub(super) fn profile(&self) -> String {
        if self.base {
            nl().profile.base()
        } else {
            self.list.title.nl.clone()
        }
    }

    /// The shipped profile that it is, or that it adapts.
    pub(super) fn profile_id(&self) -> &str {
        &self.profile
    }

    pub(super) fn blocks(&self, piece: Piece) -> Vec<Block> {
        match piece {
            Piece::Danger => self.danger(),
            Piece::Profile => self.settings(),
            Piece::Keeping => self.keeping(),
            Piece::Phones => self.numbers(),
            Piece::Partners => self.chain(),
        }
    }

    fn danger(&self) -> Vec<Block> {
        let text = &nl().protocol;
        match self.phones.as_slice() {
            [urgent, other, ..] => {
                let said = text.danger(&urgent.number, &other.name, &other.number);
                vec![Block::Notice(Tone::Danger, Line::strong(said))]
            }
            _ => Vec::new(),
        }
    }

    /// What the profile says, each with its ground and how sure that is.
    fn settings(&self) -> Vec<Block> {
        let text = &nl().protocol;
        let words = Words::new(&self.list);
        let rows = self.list.settings.iter().map(|setting| {
            let title = setting.title.as_ref();
            let title = title.map_or_else(|| setting.id.clone(), |title| title.nl.clone());
            let ground = match setting.certainty {
                Some(certainty) => text.ground(words.certainty(certainty), &setting.source),
                None => setting.source.clone(),
            };
            vec![
                Line::from(title),
                Line::strong(setting.value.replace('_', " ")),
                Line::from(ground),
            ]
        });
        let mut blocks = Vec::new();
        blocks.push(Block::Paragraph(text.profile(self.profile()).into()));
        if let Some(about) = &self.list.about {
            // In the document of an organisation nobody else says *we*.
            let about = match self.by_makers {
                true => text.profile_about(&about.nl),
                false => about.nl.clone(),
            };
            blocks.push(Block::Paragraph(about.into()));
        }
        blocks.push(Block::Table(Table {
            head: vec![text.what(), text.here(), text.rests_on()],
            rows: rows.collect(),
        }));
        blocks
    }

    fn keeping(&self) -> Vec<Block> {
        let text = &nl().protocol;
        let none = Answers::default();
        let view = View::new(&self.list, &none, self.today);
        let periods = self.list.periods.iter();
        let kept = periods.filter(|one| one.sort == PeriodSort::Keeping);
        let kept = kept.filter(|one| {
            let when = one.when.as_ref();
            when.is_none_or(|when| view.truth(when, None) != Truth::No)
        });
        let each = kept.map(|one| {
            let length = match one.length {
                Some(NumberRef::Literal(number)) => text.years(figure(number)),
                _ => text.not_found(),
            };
            let help = one.help.iter().map(|help| help.nl.clone());
            let said = text.kept(length, help.collect::<String>(), &one.source);
            Block::Notice(Tone::Note, said.into())
        });
        each.collect()
    }

    fn numbers(&self) -> Vec<Block> {
        let text = &nl().protocol;
        let rows = self.phones.iter().map(|phone| {
            let day = phone
                .checked
                .parse()
                .map_or_else(|_| phone.checked.clone(), show_date);
            let day = if phone.sure == "ja" {
                day
            } else {
                text.not_sure(day)
            };
            vec![
                Line::strong(&phone.number),
                Line::plain(&phone.name),
                Line::plain(&phone.about),
                Line::from(day),
            ]
        });
        vec![Block::Table(Table {
            head: vec![
                text.number(),
                text.whose(),
                text.what_for(),
                text.looked_at(),
            ],
            rows: rows.collect(),
        })]
    }

    fn chain(&self) -> Vec<Block> {
        let text = &nl().protocol;
        if !self.show_partners {
            return Vec::new();
        }
        if self.partners.is_empty() {
            return vec![Block::Paragraph(Line::strong(text.to_fill_in()))];
        }
        vec![Block::Table(partners::table(&self.partners, self.today))]
    }
}
