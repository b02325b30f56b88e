//! A prompt with dialoguer's lists: any number of lines, or an order. How it stands, and what comes of it.

use super::canvas::Canvas;
use super::draft::Draft;
use super::frame::Look;
use super::key::Press;
use super::list::{Entry, Left, List, Way};
use super::many::{Many, Meant};
use super::order::Order;
use super::own::{Wish, direct};
use super::page::{Area, Composed, asked, compose};
use super::pick::{Item, Pick, Picked};
use crate::interview::{Action, Ask, Reply, Screen, Stop};
use crate::text::nl;

/// A list that is being answered.
pub(super) struct Listed {
    kind: Kind,
    /// It was left with a key that it does not know.
    pub(super) strange: bool,
    ticks: Vec<bool>,
    order: Vec<usize>,
    message: Option<String>,
}

enum Kind {
    Many(Many),
    Order(Order),
}

impl Listed {
    /// The list of this screen, as it was left; `None` when its prompt is answered in another way.
    pub(super) fn new(screen: &Screen, draft: Option<&Draft>) -> Option<Self> {
        let prompt = &screen.prompt;
        let mut listed = Self {
            kind: match &prompt.ask {
                Ask::Many { .. } => {
                    Kind::Many(Many::new(prompt).filter(|many| !many.entries.is_empty())?)
                }
                Ask::Order { .. } => Kind::Order(Order::new(prompt)?),
                _ => return None,
            },
            strange: false,
            ticks: Vec::new(),
            order: Vec::new(),
            message: None,
        };
        match &listed.kind {
            Kind::Many(many) => listed.ticks.clone_from(&many.before),
            Kind::Order(order) => listed.order.clone_from(&order.start),
        }
        match (&listed.kind, draft) {
            (Kind::Many(many), Some(Draft::Ticks(ticks))) => listed.ticks = many.restore(ticks),
            (Kind::Order(order), Some(Draft::Order(old))) => listed.order = order.restore(old),
            _ => {}
        }
        Some(listed)
    }

    /// Says why the screen was empty.
    pub(super) fn say_strange(&mut self) {
        self.message = Some(nl().terminal.strange_key());
    }

    /// What is lost when the person goes elsewhere now.
    pub(super) fn draft(&self) -> Option<Draft> {
        Some(match self.kind {
            Kind::Many(_) => Draft::Ticks(self.ticks.clone()),
            Kind::Order(_) => Draft::Order(self.order.clone()),
        })
    }

    fn entries(&self) -> &[Entry] {
        match &self.kind {
            Kind::Many(many) => &many.entries,
            Kind::Order(order) => &order.entries,
        }
    }

    fn footer(&self) -> Vec<String> {
        let say = &nl().terminal;
        let how = match self.kind {
            Kind::Many(_) => say.how_many(),
            Kind::Order(_) => say.how_order(),
        };
        vec![how, say.keys_list()]
    }

    /// The screen above the list, and the room that is left for it.
    pub(super) fn compose(&self, screen: &Screen, look: Look) -> Composed {
        let footer = self.footer();
        let list = self.list(look, usize::MAX, &footer);
        let area = Area {
            draw: Box::new(|most| (vec![String::new(); most], None)),
            wants: list.wants(),
            least: list.least(),
            notes: Vec::new(),
            footer: Vec::new(),
            message: self.message.clone(),
        };
        // One row stays free: dialoguer ends below its last line.
        let rows = look.rows - 1;
        compose(screen, &area, Look { rows, ..look })
    }

    fn list<'a>(&'a self, look: Look, room: usize, footer: &'a [String]) -> List<'a> {
        List {
            entries: self.entries(),
            look,
            room,
            footer,
        }
    }

    /// Asks until the person answers or wants something else.
    pub(super) fn ask(&mut self, canvas: &mut Canvas, screen: &Screen) -> Result<Wish, Stop> {
        loop {
            let look = canvas.look();
            let mut composed = self.compose(screen, look);
            let (start, room) = composed.area;
            composed.frame.lines.truncate(start);
            composed.frame.lines.push(String::new());
            canvas.draw(&composed.frame)?;
            canvas.pasting(false)?;
            let footer = self.footer();
            let list = self.list(look, room, &footer);
            let left = match self.kind {
                Kind::Many(_) => list.many(canvas, &self.ticks)?,
                Kind::Order(_) => list.sorted(canvas, &self.order)?,
            };
            self.message = None;
            if let Some(wish) = self.after(canvas, screen, left)? {
                return Ok(wish);
            }
        }
    }

    fn after(
        &mut self,
        canvas: &mut Canvas,
        screen: &Screen,
        left: Left,
    ) -> Result<Option<Wish>, Stop> {
        match self.kind {
            Kind::Many(_) => self.ticks = left.ticks,
            Kind::Order(_) if left.order.len() == self.order.len() => self.order = left.order,
            _ => {}
        }
        match left.way {
            Way::Resized => return Ok(None),
            Way::Away => return Ok(Some(Wish::Reply(Reply::Act(Action::Blank)))),
            Way::Escape => return Ok(Some(Wish::Panel(None))),
            Way::Strange => {
                // It may be the key for an empty screen, and that cannot wait.
                self.strange = true;
                return Ok(Some(Wish::Reply(Reply::Act(Action::Blank))));
            }
            Way::Done => {}
        }
        let say = &nl().terminal;
        let reply = match &self.kind {
            Kind::Many(many) => match many.meaning(&self.ticks, left.at) {
                Meant::Reply(reply) => Some(reply),
                Meant::Not(why) => {
                    self.message = Some(why);
                    None
                }
            },
            Kind::Order(order) => {
                if order.is_untouched(&self.order) {
                    match is_meant(canvas, screen, &order.in_words(&self.order))? {
                        Meaning::Yes => {}
                        Meaning::No => return Ok(None),
                        Meaning::Wish(wish) => return Ok(Some(wish)),
                    }
                }
                let reply = order.reply(&self.order);
                if reply.is_none() {
                    self.message = Some(say.order_first());
                }
                reply
            }
        };
        Ok(reply.map(Wish::Reply))
    }
}

/// What somebody says about an order they did not touch.
enum Meaning {
    Yes,
    No,
    Wish(Wish),
}

/// Asks whether an order that nobody touched is meant as it stands.
fn is_meant(canvas: &mut Canvas, screen: &Screen, words: &str) -> Result<Meaning, Stop> {
    let say = &nl().terminal;
    let item = |text: String, letter| Item {
        text,
        help: None,
        letter: Some(letter),
    };
    let items = vec![item(say.order_yes(), 'j'), item(say.order_no(), 'n')];
    let mut pick = Pick::new(items, None);
    loop {
        let look = canvas.look();
        canvas.draw(&asked(
            &screen.marked(&say.order_untouched()),
            words,
            &pick,
            look,
        ))?;
        let press = canvas.press()?;
        if press == Press::Escape {
            return Ok(Meaning::No);
        }
        if let Some(wish) = direct(&press) {
            return Ok(Meaning::Wish(wish));
        }
        match pick.press(&press) {
            Picked::Chosen(0) => return Ok(Meaning::Yes),
            Picked::Chosen(_) => return Ok(Meaning::No),
            _ => {}
        }
    }
}
