//! Sentences of the schemas: what each is for, what an editor says where something does not fit, what the keys of a plan
//! file mean.

use crate::text::section::section;

section! {
    /// JSON Schema, and the command that prints it.
    schema: SchemaText {
        list, list_about, answers, answers_about, answers_to(title), cases, cases_about, cases_of(title), result, result_about,
        plan, plan_about, case, case_about, kept, kept_about, settings, settings_about, phones, phones_about, vague,
        vague_about, record, record_about, record_of(title), record_id, record_list, record_answers, record_other, line, line_about,
        check, check_about, comparison, comparison_about, plan_comparison, plan_comparison_about, list_difference, list_difference_about, switch, switch_about,
        analysis, analysis_about, coverage, coverage_about, all_head, all_line(name, about), all_todo, scales, scales_about, paper, paper_about, reader, reader_about, tally, tally_about, publication, publication_about, training_case, training_case_about, participant, participant_about, votes, votes_about, group, group_about, of_version(id, version, sha256), dutch, english, no_language, no_text, no_word,
        no_id, taken(words), no_version, no_number, not_positive, not_whole, no_number_or_name, no_date, no_day, no_letter,
        no_from, no_condition, needs_one(keys), needs_exactly_one(keys), not_both(one, other), needs_too(key, needed), role_in_row(list),
        answers_map, of_list, complete, row_id, unit(unit), why(text), setting_profile, setting_organisation, setting_folder, setting_papers, setting_partners, setting_keys, setting_recovery, setting_minutes, to_do, to_do_about, partners, partners_about,
        only_for_a_list(what), only_for_a_list_todo, written(file),
    }
}

section! {
    /// What the keys of a plan file mean, by their path.
    plan_keys: PlanKeysText {
        id, veiligheidsplan_formaat, veiligheidsplan_vingerafdruk, veiligheidsplan_casus, veiligheidsplan_nummer,
        veiligheidsplan_lezer, veiligheidsplan_status, veiligheidsplan_fase, veiligheidsplan_fase_sinds,
        veiligheidsplan_fase_reden, veiligheidsplan_gemaakt, veiligheidsplan_gemaakt_datum,
        veiligheidsplan_gemaakt_organisatie, veiligheidsplan_gemaakt_door, veiligheidsplan_gemaakt_met,
        veiligheidsplan_gemaakt_met_het_gezin, veiligheidsplan_geldt_tot, veiligheidsplan_gebaseerd_op,
        waar_we_bang_voor_zijn, wat_goed_gaat, volgorde, volgorde_reden, volgorde_wie_ziet_het_anders,
        noodplan_bellen, noodplan_doen, noodplan_kinderen, evaluatie_datum, evaluatie_met, persoon_naam,
        persoon_soort, persoon_rol, persoon_leeftijd, persoon_woont, persoon_gezag, persoon_gezag_over, persoon_ongeboren, persoon_woont_bij, persoon_ouder_van, persoon_partner_van, persoon_ex_van,
        incident_datum, incident_wat, incident_gedaan, risicofactor_plaats, risicofactor_wat, risicofactor_werkt_op,
        risicofactor_gewicht, risicofactor_hulp, risicofactor_soort_hulp, risicofactor_wie, risicofactor_begint,
        risicofactor_weg_op, herstelstap_wie, herstelstap_wat, herstelstap_hulp, herstelstap_soort_hulp,
        herstelstap_begint, regisseur_wie, regisseur_organisatie, regisseur_zicht_op, regisseur_van, regisseur_tot,
        regisseur_vervanger, veiligheidscijfer_wie, veiligheidscijfer_datum, veiligheidscijfer_cijfer,
        veiligheidscijfer_reden, nazorg_contact, nazorg_signalen, nazorg_datum, situatie_plaats, situatie_wat,
        situatie_wie, situatie_wie_doet, situatie_wie_ondergaat, situatie_wie_ziet, situatie_laatste_keer,
        situatie_gevolg, situatie_rode_vlag, situatie_weging, situatie_weging_ernst, situatie_weging_herhaling,
        situatie_weging_urgentie, situatie_weging_door, situatie_weging_reden, situatie_bron, situatie_bron_aard,
        situatie_bron_van, weging_bij, weging_door, weging_ernst, weging_herhaling, weging_urgentie, weging_reden,
        voorwaarde_bij, voorwaarde_tekst, voorwaarde_gesteld_door, voorwaarde_gehaald, voorwaarde_gehaald_op,
        afspraak_bij, afspraak_wie, afspraak_doet, afspraak_wanneer, afspraak_zichtbaar_aan, afspraak_controle,
        afspraak_controle_door, afspraak_controle_hoe_vaak, afspraak_als_het_niet_lukt, regel_voor_een_kind_wie,
        regel_voor_een_kind_tekst, signaal_wie, signaal_wat, signaal_doet, stap_wanneer, stap_wie, stap_stap,
        akkoord_wie, akkoord_stand, akkoord_reden, aandachtspunt_wat, aandachtspunt_waarom, aandachtspunt_zeker, terugmelding_wie, terugmelding_datum,
        terugmelding_over, terugmelding_afspraken, terugmelding_voorwaarden, terugmelding_nieuw, terugmelding_opmerking,
        terugmelding_veranderd, bericht_over_een_afspraak_bij, bericht_over_een_afspraak_lukt,
        bericht_over_een_afspraak_opmerking, bericht_over_een_voorwaarde_bij, bericht_over_een_voorwaarde_gehaald,
        bericht_over_een_voorwaarde_opmerking, iets_nieuws_wat, iets_nieuws_van_wie, iets_nieuws_datum,
        verandering_in_de_tekst_plaats, verandering_in_de_tekst_was, verandering_in_de_tekst_nu,
    }
}
