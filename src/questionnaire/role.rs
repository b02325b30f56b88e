//! Roles: what the program must recognise in a list, declared by its author and never by a question's id.

/// Declares an enum whose variants each have one name in the YAML.
macro_rules! names {
    ($(#[$doc:meta])* $name:ident { $($variant:ident => $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(#[doc = concat!("`", $text, "` in the YAML.")] $variant,)*
        }

        impl $name {
            /// All of them, in the order of the author's guide.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The name an author writes.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }

            /// The one with this name.
            pub fn parse(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|role| role.name() == name)
            }
        }
    };
}

names! {
    /// What a question means in a case or plan.
    Role {
        Persons => "personen",
        PersonName => "persoon.naam",
        PersonKind => "persoon.soort",
        PersonPart => "persoon.rol",
        PersonAge => "persoon.leeftijd",
        PersonLives => "persoon.woont",
        PersonAuthority => "persoon.gezag",
        PersonAuthorityOver => "persoon.gezag_over",
        PersonUnborn => "persoon.ongeboren",
        PersonLivesWith => "persoon.woont_bij",
        PersonParentOf => "persoon.ouder_van",
        PersonPartnerOf => "persoon.partner_van",
        PersonExPartnerOf => "persoon.ex_van",
        Observations => "waarnemingen",
        ObservationWhat => "waarneming.wat",
        ObservationNature => "waarneming.aard",
        ObservationSource => "waarneming.bron",
        ObservationDate => "waarneming.datum",
        ObservationWeighs => "waarneming.weegt",
        Injuries => "letsels",
        InjuryWhere => "letsel.plek",
        InjuryWhose => "letsel.bij_wie",
        InjuryLooks => "letsel.uiterlijk",
        InjurySeenOn => "letsel.gezien_op",
        InjuryTold => "letsel.verteld",
        Consultations => "overleggen",
        ConsultationWith => "overleg.met",
        ConsultationDate => "overleg.datum",
        ConsultationQuestion => "overleg.vraag",
        ConsultationAdvice => "overleg.advies",
        Talks => "gesprekken",
        TalkWith => "gesprek.met",
        TalkDate => "gesprek.datum",
        TalkAlone => "gesprek.alleen",
        TalkReport => "gesprek.verslag",
        TalkNoTalkGround => "gesprek.geen_reden",
        Situations => "situaties",
        SituationWhat => "situatie.wat",
        SituationDoes => "situatie.doet",
        SituationUndergoes => "situatie.ondergaat",
        SituationSees => "situatie.ziet",
        SituationLastTime => "situatie.laatste_keer",
        SituationEffect => "situatie.gevolg",
        SituationSeverity => "situatie.ernst",
        SituationRecurrence => "situatie.herhaling",
        SituationUrgency => "situatie.urgentie",
        SituationBy => "situatie.door",
        SituationReason => "situatie.reden",
        SituationRedFlag => "situatie.rode_vlag",
        SituationSource => "situatie.bron",
        SituationSourceKind => "situatie.bronsoort",
        Ratings => "wegingen",
        RatingAt => "weging.bij",
        RatingBy => "weging.door",
        RatingSeverity => "weging.ernst",
        RatingRecurrence => "weging.herhaling",
        RatingUrgency => "weging.urgentie",
        RatingReason => "weging.reden",
        SafetyConditions => "voorwaarden",
        SafetyConditionAt => "voorwaarde.bij",
        SafetyConditionText => "voorwaarde.tekst",
        SafetyConditionSetBy => "voorwaarde.gesteld_door",
        SafetyConditionMet => "voorwaarde.gehaald",
        SafetyConditionMetOn => "voorwaarde.gehaald_op",
        Agreements => "afspraken",
        AgreementAt => "afspraak.bij",
        AgreementWho => "afspraak.wie",
        AgreementDoes => "afspraak.doet",
        AgreementWhen => "afspraak.wanneer",
        AgreementSeenBy => "afspraak.zichtbaar_aan",
        AgreementChecker => "afspraak.controle_door",
        AgreementHowOften => "afspraak.hoe_vaak",
        AgreementIfNot => "afspraak.als_niet",
        EarlySigns => "signalen",
        EarlySignWho => "signaal.wie",
        EarlySignWhat => "signaal.wat",
        EarlySignDoes => "signaal.doet",
        ChildLines => "kindregels",
        ChildLineWho => "kindregel.wie",
        ChildLineText => "kindregel.tekst",
        Escalations => "escalaties",
        EscalationWhen => "escalatie.wanneer",
        EscalationWho => "escalatie.wie",
        EscalationStep => "escalatie.stap",
        Consents => "akkoorden",
        ConsentWho => "akkoord.wie",
        ConsentStand => "akkoord.stand",
        ConsentReason => "akkoord.reden",
        Measurements => "metingen",
        MeasurementWho => "meting.wie",
        MeasurementDate => "meting.datum",
        MeasurementFigure => "meting.cijfer",
        MeasurementReason => "meting.reden",
        Incidents => "incidenten",
        IncidentDate => "incident.datum",
        IncidentWhat => "incident.wat",
        IncidentDone => "incident.gedaan",
        RiskFactors => "risicofactoren",
        RiskFactorWhat => "risicofactor.wat",
        RiskFactorActsOn => "risicofactor.werkt_op",
        RiskFactorWeight => "risicofactor.gewicht",
        RiskFactorHelp => "risicofactor.hulp",
        RiskFactorHelpKind => "risicofactor.soort_hulp",
        RiskFactorWho => "risicofactor.wie",
        RiskFactorStarts => "risicofactor.begint",
        RiskFactorGoneOn => "risicofactor.weg_op",
        Recoveries => "herstel",
        RecoveryWho => "herstel.wie",
        RecoveryWhat => "herstel.wat",
        RecoveryHelp => "herstel.hulp",
        RecoveryHelpKind => "herstel.soort_hulp",
        RecoveryStarts => "herstel.begint",
        Directors => "regie",
        DirectorWho => "regie.wie",
        DirectorOrganisation => "regie.organisatie",
        DirectorCovers => "regie.zicht_op",
        DirectorFrom => "regie.van",
        DirectorUntil => "regie.tot",
        DirectorDeputy => "regie.vervanger",
        ProtectedValues => "afgeschermd",
        ProtectedKind => "afgeschermd.soort",
        ProtectedValue => "afgeschermd.waarde",
        ProtectedOf => "afgeschermd.van",
        Sharings => "delingen",
        SharingWith => "deling.met",
        SharingInterest => "deling.belang",
        SharingNoOtherWay => "deling.andere_weg",
        SharingNoConsent => "deling.geen_toestemming",
        SharingOutweighs => "deling.weegt",
        SharingNoMore => "deling.hoeveel",
        SharingDecision => "deling.besluit",
        CaseLabel => "casus.label",
        FilledInBy => "invuller",
        FilledInWho => "invuller.wie",
        Top3 => "top3",
        Top3Reason => "top3.reden",
        Top3Dissent => "top3.oneens",
        PlanMakers => "plan.makers",
        PlanWithFamily => "plan.met_gezin",
        PlanDiscussed => "plan.besproken",
        PlanOccasion => "plan.aanleiding",
        PlanFear => "plan.angst",
        PlanStrengths => "plan.krachten",
        PlanNetwork => "plan.netwerk",
        PlanSupervision => "plan.toezicht",
        PlanDifferences => "plan.verschil",
        PlanEmergencyCalls => "plan.noodplan_bellen",
        PlanEmergencySteps => "plan.noodplan_doen",
        PlanEmergencyChildren => "plan.noodplan_kinderen",
        PlanReviewDate => "plan.evaluatie_datum",
        PlanReviewWith => "plan.evaluatie_met",
        PlanValidUntil => "plan.geldt_tot",
        PlanPhase => "plan.fase",
        PlanPhaseReason => "plan.fase_reden",
        PlanPhaseDate => "plan.fase_datum",
        RiskOrder => "risicofactoren.volgorde",
        AftercareContact => "nazorg.contact",
        AftercareSigns => "nazorg.signalen",
        AftercareDate => "nazorg.datum",
        ExerciseRounds => "oefenrondes",
        ExerciseRoundTitle => "oefenronde.titel",
        ExerciseFacts => "oefengegevens",
        ExerciseFact => "oefengegeven.feit",
        ExerciseSentences => "oefenzinnen",
        ExerciseSentence => "oefenzin.zin",
        ExerciseConcrete => "oefenzin.concreet",
        ExerciseSituations => "oefensituaties",
        ExerciseSituation => "oefensituatie.wat",
        ExerciseOrder => "oefenvolgorde",
    }
}

/// Where a question with a role may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RolePlace {
    /// In the rows of a list with this role.
    InRow(Role),
    /// It is a list.
    List,
    /// It is a ranking.
    Ranking,
    /// Anywhere outside rows.
    Alone,
}

impl Role {
    /// Where a question with this role may stand.
    pub(crate) fn place(self) -> RolePlace {
        match self.list() {
            Some(list) => RolePlace::InRow(list),
            None if Self::ALL.iter().any(|other| other.list() == Some(self)) => RolePlace::List,
            None if matches!(self, Self::Top3 | Self::RiskOrder | Self::ExerciseOrder) => {
                RolePlace::Ranking
            }
            None => RolePlace::Alone,
        }
    }

    /// For a role within a row (`afspraak.wie`): the role of the list it belongs to (`afspraken`).
    pub fn list(self) -> Option<Self> {
        let (row, _) = self.name().split_once('.')?;
        Some(match row {
            "persoon" => Self::Persons,
            "waarneming" => Self::Observations,
            "letsel" => Self::Injuries,
            "overleg" => Self::Consultations,
            "gesprek" => Self::Talks,
            "situatie" => Self::Situations,
            "weging" => Self::Ratings,
            "voorwaarde" => Self::SafetyConditions,
            "afspraak" => Self::Agreements,
            "signaal" => Self::EarlySigns,
            "kindregel" => Self::ChildLines,
            "escalatie" => Self::Escalations,
            "akkoord" => Self::Consents,
            "meting" => Self::Measurements,
            "incident" => Self::Incidents,
            "risicofactor" => Self::RiskFactors,
            "herstel" => Self::Recoveries,
            "regie" => Self::Directors,
            "afgeschermd" => Self::ProtectedValues,
            "oefenronde" => Self::ExerciseRounds,
            "oefengegeven" => Self::ExerciseFacts,
            "oefenzin" => Self::ExerciseSentences,
            "oefensituatie" => Self::ExerciseSituations,
            "deling" => Self::Sharings,
            _ => return None,
        })
    }
}

names! {
    /// What an option means in a case or plan.
    OptionRole {
        Child => "kind",
        Household => "gezinslid",
        Network => "netwerk",
        Professional => "professional",
        MadeWithFamily => "met_gezin",
        Agrees => "eens",
        Disagrees => "oneens",
        InDoubt => "twijfel",
        LivesHere => "woont_hier",
        LivesBetween => "woont_wisselend",
        LivesElsewhere => "woont_elders",
        Met => "gehaald_ja",
        MetPartly => "gehaald_deels",
        NotMet => "gehaald_nee",
        PhaseImmediate => "fase_direct",
        PhaseStable => "fase_stabiel",
        PhaseRecovery => "fase_herstel",
        PhaseAftercare => "fase_nazorg",
        HelpChild => "hulp_kind",
        HelpTrauma => "hulp_trauma",
        HelpDoer => "hulp_pleger",
        HelpExperience => "hulp_ervaring",
        TimeOut => "time_out",
        IsAddress => "is_adres",
        IsSchool => "is_school",
        IsWork => "is_werk",
        IsPhone => "is_telefoon",
        IsPlate => "is_kenteken",
        IsName => "is_naam",
        Shares => "deelt",
    }
}

names! {
    /// What a derived value means in a case or plan.
    DerivedRole {
        CaseAdvice => "casus.advies",
        CaseAttention => "casus.aandacht",
        CaseCheck => "casus.check",
        PlanAttention => "plan.aandacht",
        PlanTogether => "plan.samen",
    }
}
