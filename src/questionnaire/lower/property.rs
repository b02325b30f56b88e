//! Properties: which claim it is, and what that is about. Only those of the list itself: a used list proves its own.

use super::Context;
use super::head::id;
use super::names::Scope;
use crate::problem::{Code, Problem};
use crate::questionnaire::form::PROPERTIES;
use crate::questionnaire::property::{Claim, Property};
use crate::questionnaire::raw::{Fields, one_or_more, told_apart, word};
use crate::questionnaire::{Condition, QuestionIx};
use crate::yaml::Node;

impl<'a> Context<'a> {
    /// The properties of the first list, in the order of the file.
    pub(super) fn lower_properties(&self) -> Vec<Property> {
        let nodes = self.heads.first().map_or(&[][..], |head| head.properties);
        let mut made: Vec<Property> = Vec::new();
        for node in nodes {
            let Some(property) = self.property(node) else {
                continue;
            };
            match made.iter().find(|known| known.id == property.id) {
                None => made.push(property),
                Some(first) => self.faults.add(
                    Problem::new(
                        Code::RepeatedId,
                        property.place,
                        format!("Er is al een eigenschap `{}`.", property.id),
                        "Geef elke eigenschap een eigen id.",
                    )
                    .and(first.place.clone(), "hier staat die"),
                ),
            }
        }
        made
    }

    fn property(&self, node: &'a Node) -> Option<Property> {
        let Some(form) = told_apart(node, &PROPERTIES) else {
            self.no_claim(node);
            return None;
        };
        let mut fields = Fields::of(node, form, self.faults)?;
        let name = id(&mut fields, "id", self.faults);
        let title = fields.text("titel");
        let reason = fields.text("reden");
        fields.flag("geldt");
        let holds = node.get("geldt").and_then(Node::text) != Some("nee");
        let claim = self.claim(form.mark?, &mut fields);
        let mut except = ["andersom", "behalve"].into_iter();
        let needs_reason = !holds || except.any(|key| form.key(key).is_some() && fields.has(key));
        if needs_reason && !fields.has("reden") {
            self.faults.say(
                Code::MissingKey,
                &node.place,
                "Deze eigenschap maakt een uitzondering en zegt niet waarom.",
                "Voeg `reden: …` toe. Dan ziet wie de lijst nakijkt dat het zo is bedoeld.",
            );
        }
        fields.finish();
        let (name, at) = name?;
        Some(Property {
            id: name.to_owned(),
            title,
            claim: claim?,
            holds,
            reason,
            inherited: self
                .heads
                .first()
                .is_some_and(|head| head.file.as_ref().is_some_and(|own| *own != at.place.file)),
            place: at.place.clone(),
        })
    }

    /// A property without a claim: which there are, unless a key stands here that means nothing.
    fn no_claim(&self, node: &'a Node) {
        let Some(mut fields) = Fields::open(node, PROPERTIES[0].what, self.faults) else {
            return;
        };
        let keys = PROPERTIES.iter().flat_map(|form| form.keys);
        fields.allow(&keys.map(|key| key.name).collect::<Vec<_>>());
        if !fields.report_strange() {
            let forms: Vec<&str> = PROPERTIES.iter().filter_map(|form| form.mark).collect();
            self.faults.say(
                Code::MissingKey,
                &node.place,
                "Deze eigenschap zegt niet wat er moet gelden.",
                format!("Voeg één van `{}` toe.", forms.join("`, `")),
            );
        }
    }

    fn claim(&self, form: &'static str, fields: &mut Fields<'a>) -> Option<Claim> {
        let scope = Scope::of(0);
        let about = fields.get(form)?;
        if let "altijd" | "nooit" = form {
            let when = fields.get("als").map(|node| self.condition(node, &scope));
            let then = self.condition(about, &scope);
            let when: Option<Option<Condition>> = match when {
                None => Some(None),
                Some(found) => found.map(Some),
            };
            return Some(match form {
                "altijd" => Claim::Always(when?, then?),
                _ => Claim::Never(when?, then?),
            });
        }
        let name = word(about, self.faults)?;
        if self.question_ids.contains_key(name) && !self.derived_ids.contains_key(name) {
            self.faults.say(
                Code::WrongUse,
                &about.place,
                format!("`{name}` is een vraag. Een belofte gaat over een uitkomst."),
                format!("Noem hier een van de `afgeleid`, en zet de vraag bij `vragen: [{name}]`."),
            );
            return None;
        }
        let of = self.derived_value(about, &scope);
        let questions = self.named_questions(fields.get("vragen"), &scope);
        Some(match form {
            "monotoon" => {
                let reversed = self.named_questions(fields.get("andersom"), &scope);
                let except = self.named_questions(fields.get("behalve"), &scope);
                Claim::NeverLighter {
                    of: of?,
                    questions: questions?,
                    reversed: reversed?,
                    except: except?,
                }
            }
            "telt" => Claim::Counts {
                of: of?,
                questions: questions?,
            },
            _ => {
                if questions.as_ref().is_some_and(Vec::is_empty) {
                    self.faults.say(
                        Code::MissingKey,
                        &about.place,
                        "Hier staat niet welke vragen niet meetellen.",
                        "Voeg `vragen: [ … ]` toe.",
                    );
                    return None;
                }
                Claim::CountsNot {
                    of: of?,
                    questions: questions?,
                }
            }
        })
    }

    /// The questions named here; one in the rows of a list as `lijst/vraag`.
    fn named_questions(&self, node: Option<&'a Node>, scope: &Scope) -> Option<Vec<QuestionIx>> {
        let nodes = node.map_or(&[][..], one_or_more);
        let found: Vec<Option<QuestionIx>> = nodes
            .iter()
            .map(|node| {
                let name = word(node, self.faults)?;
                let in_row = self.question_ids.get(name).filter(|_| name.contains('/'));
                if let Some(at) = in_row {
                    return Some(QuestionIx(*at));
                }
                if let Some(list) = self.row_questions(scope, name) {
                    self.faults.say(
                        Code::UnknownReference,
                        &node.place,
                        format!("`{name}` is een vraag in de rijen van `{list}`."),
                        format!("Schrijf hier `{list}/{name}`."),
                    );
                    return None;
                }
                self.question(node, scope).map(QuestionIx)
            })
            .collect();
        found.into_iter().collect()
    }
}
