//! What was found, for a program. Members are added, never renamed or taken away. How many ways there are can be more than
//! a program can hold as a number, so these are texts.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value as Json;

use super::picture::Picture;
use super::{Found, Setting};
use crate::analysis::{
    Came, Compared, Counter, Counts, Decisions, Example, Extent, Facts, Shown, Verdict,
};
use crate::answer::{Value, typed};
use crate::assessment::Possible;
use crate::error::{Error, Result};
use crate::questionnaire::{Property, QuestionIx};
use crate::text::nl;

#[derive(Serialize, JsonSchema)]
struct Form {
    vragenlijst: ListForm,
    datum: String,
    uitkomsten: BTreeMap<String, OutcomeForm>,
    zonder_invloed: Vec<String>,
    instellingen: Vec<SettingForm>,
    eigenschappen: Vec<PropertyForm>,
}

#[derive(Serialize, JsonSchema)]
struct ListForm {
    id: String,
    versie: String,
    sha256: String,
}

#[derive(Serialize, JsonSchema)]
struct OutcomeForm {
    #[schemars(extend("enum" = ["alles", "rijen", "ten_minste", "te_groot"]))]
    omvang: &'static str,
    lijsten: Vec<String>,
    hoogstens_rijen: Option<usize>,
    eindeloos: Vec<String>,
    antwoorden: Vec<AnswerForm>,
    mogelijkheden: Option<String>,
    mogelijkheden_met_onbekend: Option<String>,
    waarden: Vec<ValueForm>,
    open: Option<OpenForm>,
    #[schemars(with = "Vec<Option<Possible>>")]
    nooit: Vec<Json>,
    beslist: Vec<DecidesForm>,
    gat: Option<ShownForm>,
    overlap: Vec<OverlapForm>,
    invloed: Vec<InfluenceForm>,
    zonder_invloed: Vec<String>,
}

#[derive(Serialize, JsonSchema)]
struct AnswerForm {
    antwoord: String,
    keuzes: usize,
    elk_apart: bool,
}

#[derive(Serialize, JsonSchema)]
struct ValueForm {
    #[schemars(with = "Option<Possible>")]
    waarde: Json,
    mogelijkheden: Option<String>,
    zeker_met_onbekend: Option<String>,
    voorbeeld: Option<ExampleForm>,
}

#[derive(Serialize, JsonSchema)]
struct OpenForm {
    mogelijkheden: String,
    tussen: Vec<BetweenForm>,
}

#[derive(Serialize, JsonSchema)]
struct BetweenForm {
    #[schemars(with = "Vec<Option<Possible>>")]
    waarden: Vec<Json>,
    mogelijkheden: String,
}

#[derive(Serialize, JsonSchema)]
struct DecidesForm {
    nummer: usize,
    is: String,
    ooit: bool,
    mogelijkheden: Option<String>,
}

#[derive(Serialize, JsonSchema)]
struct ShownForm {
    mogelijkheden: Option<String>,
    voorbeeld: ExampleForm,
}

#[derive(Serialize, JsonSchema)]
struct OverlapForm {
    eerst: usize,
    ook: usize,
    mogelijkheden: Option<String>,
    voorbeeld: ExampleForm,
}

#[derive(Serialize, JsonSchema)]
struct InfluenceForm {
    antwoord: String,
    verandert: Option<String>,
    van: Option<String>,
}

#[derive(Serialize, JsonSchema)]
struct ExampleForm {
    rijen: BTreeMap<String, usize>,
    antwoorden: Vec<GivenForm>,
}

#[derive(Serialize, JsonSchema)]
struct GivenForm {
    antwoord: String,
    waarde: Option<String>,
}

#[derive(Serialize, JsonSchema)]
struct SettingForm {
    id: String,
    nu: String,
    anders: String,
    verschillen: Vec<DifferenceForm>,
    niet_na_te_gaan: Vec<String>,
}

#[derive(Serialize, JsonSchema)]
struct DifferenceForm {
    uitkomst: String,
    mogelijkheden: Option<String>,
    van: Option<String>,
    wordt: Vec<MoveForm>,
    voorbeeld: ExampleForm,
}

#[derive(Serialize, JsonSchema)]
struct MoveForm {
    #[schemars(with = "Option<Possible>")]
    was: Json,
    #[schemars(with = "Option<Possible>")]
    wordt: Json,
    mogelijkheden: Option<String>,
}

#[derive(Serialize, JsonSchema)]
struct PropertyForm {
    id: String,
    belofte: String,
    #[schemars(extend("enum" = ["bewezen", "weerlegd", "zegt_niets", "niet_na_te_gaan", "te_groot"]))]
    oordeel: &'static str,
    hoogstens_rijen: Option<usize>,
    geldt: bool,
    in_orde: bool,
    tegenvoorbeeld: Option<CounterForm>,
}

#[derive(Serialize, JsonSchema)]
struct CounterForm {
    datum: String,
    voorbeeld: ExampleForm,
    verandert: Option<ChangeForm>,
    #[schemars(with = "Vec<Option<Possible>>")]
    uitkomst: Vec<Json>,
    vragen: Vec<String>,
}

#[derive(Serialize, JsonSchema)]
struct ChangeForm {
    antwoord: String,
    van: Option<String>,
    naar: Option<String>,
}

/// The schema of all this.
pub(in crate::commands) fn schema() -> Json {
    let text = &nl().schema;
    crate::schema::report::<Form>("analyse", text.analysis(), text.analysis_about())
}

/// Everything as one object.
pub(super) fn json(found: &Found<'_>) -> Result<String> {
    let version = &found.list.version;
    let id = |at: &QuestionIx| found.list.question(*at).id.to_string();
    let form = Form {
        vragenlijst: ListForm {
            id: version.id.clone(),
            versie: version.version.clone(),
            sha256: version.sha256.clone(),
        },
        datum: found.day.to_string(),
        uitkomsten: found
            .facts
            .iter()
            .map(|facts| {
                (
                    found.list.derived(facts.of).id.clone(),
                    outcome(found, facts),
                )
            })
            .collect(),
        zonder_invloed: found.idle().iter().map(id).collect(),
        instellingen: found
            .settings
            .iter()
            .map(|setting| self::setting(found, setting))
            .collect(),
        eigenschappen: found
            .properties
            .iter()
            .map(|(at, verdict)| property(found, &found.list.properties[*at], verdict))
            .collect(),
    };
    serde_json::to_string_pretty(&form).map_err(|_| {
        Error::attention(
            nl().program.unexpected("analyse"),
            nl().program.unexpected_todo(),
        )
    })
}

fn outcome(found: &Found<'_>, facts: &Facts) -> OutcomeForm {
    let id = |at: &QuestionIx| found.list.question(*at).id.to_string();
    let mut form = OutcomeForm {
        omvang: "alles",
        lijsten: Vec::new(),
        hoogstens_rijen: None,
        eindeloos: Vec::new(),
        antwoorden: Vec::new(),
        mogelijkheden: None,
        mogelijkheden_met_onbekend: None,
        waarden: facts
            .values
            .iter()
            .map(|reached| ValueForm {
                waarde: came(&reached.came),
                mogelijkheden: reached.ways.map(text),
                zeker_met_onbekend: reached.certain.map(text),
                voorbeeld: reached.example.as_ref().map(example),
            })
            .collect(),
        open: None,
        nooit: facts.never.iter().map(came).collect(),
        beslist: Vec::new(),
        gat: None,
        overlap: Vec::new(),
        invloed: Vec::new(),
        zonder_invloed: facts.idle.iter().map(id).collect(),
    };
    match &facts.extent {
        Extent::All(counts) => counted(&mut form, counts),
        Extent::Rows { lists, most, sure } => {
            form.omvang = if *sure { "rijen" } else { "ten_minste" };
            form.lijsten = lists.iter().map(id).collect();
            form.hoogstens_rijen = Some(*most);
        }
        Extent::Endless(keys) => {
            form.omvang = "ten_minste";
            form.eindeloos = keys.iter().map(ToString::to_string).collect();
        }
        Extent::TooLarge => form.omvang = "te_groot",
    }
    if let Some(decisions) = &facts.decisions {
        decided(&mut form, decisions);
    }
    form
}

fn counted(form: &mut OutcomeForm, counts: &Counts) {
    form.antwoorden = counts
        .answers
        .iter()
        .map(|(key, choices, each)| AnswerForm {
            antwoord: key.to_string(),
            keuzes: *choices,
            elk_apart: *each,
        })
        .collect();
    form.mogelijkheden = counts.ways.map(text);
    form.mogelijkheden_met_onbekend = counts.ways_unknown.map(text);
    form.open = counts.open_ways.map(|ways| OpenForm {
        mogelijkheden: text(ways),
        tussen: counts
            .open
            .iter()
            .flatten()
            .map(|(between, ways)| BetweenForm {
                waarden: between.iter().map(came).collect(),
                mogelijkheden: text(*ways),
            })
            .collect(),
    });
    form.invloed = counts
        .influence
        .iter()
        .map(|one| InfluenceForm {
            antwoord: one.key.to_string(),
            verandert: one.ways.map(text),
            van: one.of.map(text),
        })
        .collect();
}

fn decided(form: &mut OutcomeForm, decisions: &Decisions) {
    let shown = |shown: &Shown| ShownForm {
        mogelijkheden: shown.ways.map(text),
        voorbeeld: example(&shown.example),
    };
    let rows = decisions.rows.iter().enumerate();
    form.beslist = rows
        .map(|(at, row)| DecidesForm {
            nummer: at + 1,
            is: row.level.to_string(),
            ooit: row.ever,
            mogelijkheden: row.ways.map(text),
        })
        .collect();
    form.gat = decisions.gap.as_ref().map(shown);
    form.overlap = decisions
        .overlaps
        .iter()
        .map(|overlap| OverlapForm {
            eerst: overlap.first + 1,
            ook: overlap.other + 1,
            mogelijkheden: overlap.shown.ways.map(text),
            voorbeeld: example(&overlap.shown.example),
        })
        .collect();
}

fn setting(found: &Found<'_>, setting: &Setting) -> SettingForm {
    let mut form = SettingForm {
        id: setting.id.clone(),
        nu: setting.value.clone(),
        anders: setting.other.clone(),
        verschillen: Vec::new(),
        niet_na_te_gaan: Vec::new(),
    };
    for (at, compared) in &setting.compared {
        let id = found.list.derived(*at).id.clone();
        match compared {
            Compared::Same(_) => {}
            Compared::Unclear => form.niet_na_te_gaan.push(id),
            Compared::Differs(difference) => form.verschillen.push(DifferenceForm {
                uitkomst: id,
                mogelijkheden: difference.ways.map(text),
                van: difference.all.map(text),
                wordt: difference
                    .moves
                    .iter()
                    .map(|(from, to, ways)| MoveForm {
                        was: came(from),
                        wordt: came(to),
                        mogelijkheden: ways.map(text),
                    })
                    .collect(),
                voorbeeld: example(&difference.example),
            }),
        }
    }
    form
}

fn property(found: &Found<'_>, property: &Property, verdict: &Verdict) -> PropertyForm {
    let picture = Picture {
        list: found.list,
        width: usize::MAX,
    };
    PropertyForm {
        id: property.id.clone(),
        belofte: picture.promise(property),
        oordeel: match verdict {
            Verdict::Proved(_) => "bewezen",
            Verdict::Refuted(_) => "weerlegd",
            Verdict::Empty => "zegt_niets",
            Verdict::Endless => "niet_na_te_gaan",
            Verdict::TooLarge => "te_groot",
        },
        hoogstens_rijen: match verdict {
            Verdict::Proved(most) => *most,
            _ => None,
        },
        geldt: property.holds,
        in_orde: verdict.is_right(property),
        tegenvoorbeeld: match verdict {
            Verdict::Refuted(counter) => Some(self::counter(found, counter)),
            _ => None,
        },
    }
}

fn counter(found: &Found<'_>, counter: &Counter) -> CounterForm {
    let id = |at: &QuestionIx| found.list.question(*at).id.to_string();
    CounterForm {
        datum: counter.day.to_string(),
        voorbeeld: example(&counter.example),
        verandert: counter.change.as_ref().map(|(key, from, to)| ChangeForm {
            antwoord: key.to_string(),
            van: from.as_ref().map(typed),
            naar: to.as_ref().map(typed),
        }),
        uitkomst: counter.came.iter().map(came).collect(),
        vragen: counter.questions.iter().map(id).collect(),
    }
}

fn example(of: &Example) -> ExampleForm {
    let given = |(key, value): &(crate::answer::Key, Option<Value>)| GivenForm {
        antwoord: key.to_string(),
        waarde: value.as_ref().map(typed),
    };
    let rows = of.rows.iter();
    ExampleForm {
        rijen: rows
            .map(|(list, count)| (list.to_string(), *count))
            .collect(),
        antwoorden: of.answers.iter().map(given).collect(),
    }
}

fn came(of: &Came) -> Json {
    match of {
        Came::Nothing | Came::Unclear => Json::Null,
        Came::Number(number) => number
            .as_whole()
            .map_or_else(|| Json::from(number.to_f64()), Json::from),
        Came::Level(level) => Json::from(level.to_string()),
    }
}

fn text(number: u128) -> String {
    number.to_string()
}
