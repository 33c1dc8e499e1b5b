/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-edit-private.h"

#include "base/sf-clock.h"
#include "model/sf-web-links.h"

void
sf_edit_insert_evidence (SfStep *step,
                         SfCentre *centre,
                         const char *title,
                         const char *kind,
                         const char *dated_on,
                         const char *added_on,
                         SfUuid *made)
{
  const GType type = SF_TYPE_EVIDENCE;

  sf_step_insert (step, type, made);
  sf_step_set_ref (step, type, made, SF_EVIDENCE_CENTRE, centre);
  sf_step_set_text (step, type, made, SF_EVIDENCE_TITLE, title);
  sf_step_set_text (step, type, made, SF_EVIDENCE_KIND, kind);
  sf_step_set_text (step, type, made, SF_EVIDENCE_DATED_ON, dated_on);
  sf_step_set_text (step, type, made, SF_EVIDENCE_ADDED_ON, added_on);
  sf_step_set_text (step, type, made, SF_EVIDENCE_SENSITIVITY, "centre");
}

void
sf_edit_insert_link (SfStep *step,
                     const SfUuid *evidence,
                     const SfUuid *evaluation,
                     const char *statement_code,
                     SfUuid *made)
{
  const GType type = SF_TYPE_EVIDENCE_LINK;
  SfValue reference = SF_VALUE_INIT;

  sf_step_insert (step, type, made);
  sf_value_set_uuid (&reference, evidence);
  sf_step_set (step, type, made, SF_EVIDENCE_LINK_EVIDENCE, &reference);
  sf_value_set_uuid (&reference, evaluation);
  sf_step_set (step, type, made, SF_EVIDENCE_LINK_EVALUATION, &reference);
  sf_step_set_text (step, type, made, SF_EVIDENCE_LINK_STATEMENT_CODE, statement_code);
}

/**
 * sf_workbook_add_evidence:
 * @self: a workbook
 * @centre: whose it is
 * @title: its title
 * @kind: data, observation, users-views, document or external
 * @dated_on: (nullable): the date of the evidence itself
 * @uuid: (out) (optional): its identity
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_add_evidence (SfWorkbook *self,
                          SfCentre *centre,
                          const char *title,
                          const char *kind,
                          const char *dated_on,
                          SfUuid *uuid,
                          GError **error)
{
  g_autofree char *today = sf_clock_today ();
  g_autofree char *label = NULL;
  SfEvidenceKind known;
  SfUuid made;
  SfStep *step;

  if (!sf_edit_allowed (self, NULL, error)
      || !sf_edit_check_line (title, _ ("the evidence a title"), error)
      || !sf_edit_check_date (dated_on, FALSE, error))
    return FALSE;
  if (centre == NULL || kind == NULL || !sf_evidence_kind_from_string (kind, &known))
    return sf_edit_refuse (error, _ ("Please say what kind of evidence this is."));
  label = g_strdup_printf (_ ("Added the evidence %s"), title);
  step = sf_step_new (label);
  sf_edit_insert_evidence (step, centre, title, kind, dated_on, today, &made);
  sf_workbook_submit (self, step);
  if (uuid != NULL)
    *uuid = made;
  return TRUE;
}

static gboolean
check_statement (SfWorkbook *self, SfEvaluation *evaluation, const char *code, GError **error)
{
  SfFramework *framework = sf_model_get_framework (self->model, evaluation);

  if (framework != NULL && sf_framework_find_statement (framework, code) != NULL)
    return TRUE;
  return sf_edit_refuse (error, _ ("The framework of this evaluation has no such statement."));
}

gboolean
sf_workbook_add_web_link (SfWorkbook *self,
                          SfCentre *centre,
                          const char *address,
                          SfEvaluation *evaluation,
                          const char *statement_code,
                          SfUuid *uuid,
                          GError **error)
{
  g_autofree char *title = sf_web_links_to_title (address);
  g_autofree char *today = sf_clock_today ();
  g_autofree char *label = NULL;
  gboolean linked = evaluation != NULL && statement_code != NULL;
  SfUuid link;
  SfStep *step;

  if (!sf_edit_allowed (self, evaluation, error)
      || (linked && !check_statement (self, evaluation, statement_code, error)))
    return FALSE;
  label = g_strdup_printf (_ ("Added the evidence %s"), title);
  step = sf_step_new (label);
  sf_edit_insert_evidence (step, centre, title,
                           sf_evidence_kind_to_string (SF_EVIDENCE_KIND_DOCUMENT), today, today,
                           uuid);
  sf_step_set_text (step, SF_TYPE_EVIDENCE, uuid, SF_EVIDENCE_WEB_LINK, address);
  if (linked)
    sf_edit_insert_link (step, uuid, sf_record_get_uuid (SF_RECORD (evaluation)), statement_code,
                         &link);
  sf_workbook_submit (self, step);
  return TRUE;
}

/* Also where the evidence is retired: its links stay, unseen, for when it comes back. */
gboolean
sf_edit_is_linked (SfWorkbook *self,
                   SfEvidence *evidence,
                   SfEvaluation *evaluation,
                   const char *statement_code)
{
  g_autoptr (GPtrArray) links = sf_model_list_referring (self->model, SF_TYPE_EVIDENCE_LINK,
                                                         SF_EVIDENCE_LINK_EVIDENCE, evidence);

  for (guint i = 0; i < links->len; i++)
    if (sf_record_refers_to (links->pdata[i], SF_EVIDENCE_LINK_EVALUATION, evaluation)
        && g_strcmp0 (sf_evidence_link_get_statement_code (links->pdata[i]), statement_code) == 0)
      return TRUE;
  return FALSE;
}

/**
 * sf_workbook_link_evidence:
 * @self: a workbook
 * @evidence: a piece of evidence
 * @evaluation: an evaluation
 * @statement_code: a statement of its framework
 * @note: (nullable): what the evidence shows there
 * @uuid: (out) (optional): the link's identity
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_link_evidence (SfWorkbook *self,
                           SfEvidence *evidence,
                           SfEvaluation *evaluation,
                           const char *statement_code,
                           const char *note,
                           SfUuid *uuid,
                           GError **error)
{
  g_autofree char *label = NULL;
  SfUuid made;
  SfStep *step;

  if (!sf_edit_allowed (self, evaluation, error)
      || !check_statement (self, evaluation, statement_code, error))
    return FALSE;
  if (sf_edit_is_linked (self, evidence, evaluation, statement_code))
    return sf_edit_refuse (error, _ ("This evidence is with this statement already."));
  label = g_strdup_printf (_ ("Linked the evidence %s"), sf_evidence_get_title (evidence));
  step = sf_step_new (label);
  sf_edit_insert_link (step, sf_record_get_uuid (SF_RECORD (evidence)),
                       sf_record_get_uuid (SF_RECORD (evaluation)), statement_code, &made);
  sf_step_set_text (step, SF_TYPE_EVIDENCE_LINK, &made, SF_EVIDENCE_LINK_NOTE, note);
  sf_workbook_submit (self, step);
  if (uuid != NULL)
    *uuid = made;
  return TRUE;
}

gboolean
sf_workbook_unlink_evidence (SfWorkbook *self, SfEvidenceLink *link, GError **error)
{
  g_autofree char *title = sf_label_for_record (self->model, SF_RECORD (link));
  g_autofree char *label = g_strdup_printf (_ ("Took the evidence %s from a statement"), title);
  SfStep *step;

  if (!sf_edit_allowed (self, link, error))
    return FALSE;
  step = sf_step_new (label);
  sf_step_delete (step, SF_RECORD (link));
  sf_workbook_submit (self, step);
  return TRUE;
}

/**
 * sf_workbook_set_paper:
 * @self: a workbook
 * @evidence: a piece of evidence that is paper in a folder
 * @place: (nullable): where it lies; %NULL where it is not paper
 * @sighted_by: (nullable): who has seen it
 * @sighted_on: (nullable): when
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_set_paper (SfWorkbook *self,
                       SfEvidence *evidence,
                       const char *place,
                       const char *sighted_by,
                       const char *sighted_on,
                       GError **error)
{
  g_autofree char *label
      = g_strdup_printf (_ ("Where the paper lies: %s"), sf_evidence_get_title (evidence));
  SfStep *step;

  if (!sf_edit_allowed (self, evidence, error) || !sf_edit_check_date (sighted_on, FALSE, error))
    return FALSE;
  step = sf_step_new (label);
  sf_edit_text (step, evidence, SF_EVIDENCE_PLACE, place);
  sf_edit_text (step, evidence, SF_EVIDENCE_SIGHTED_BY, sighted_by);
  sf_edit_text (step, evidence, SF_EVIDENCE_SIGHTED_ON, sighted_on);
  sf_workbook_submit (self, step);
  return TRUE;
}

/**
 * sf_workbook_remove_attachment:
 * @self: a workbook
 * @attachment: a file as it is now
 * @error: return location for an #SfError
 *
 * Takes the file away, and the versions before it. The contents stay in the file for undo; they go
 * when the evidence is erased. A version that was replaced goes with the newest one only.
 */
gboolean
sf_workbook_remove_attachment (SfWorkbook *self, SfAttachment *attachment, GError **error)
{
  g_autofree char *label
      = g_strdup_printf (_ ("Removed the file %s"), sf_attachment_get_name (attachment));
  g_autoptr (GPtrArray) versions = NULL;
  SfStep *step;

  if (!sf_edit_allowed (self, attachment, error))
    return FALSE;
  if (sf_model_get_newer_version (self->model, attachment) != NULL)
    return sf_edit_refuse (error, _ ("This is an old version of a file. It goes when the newest "
                                     "one is removed."));
  versions = sf_model_list_versions (self->model, attachment);
  step = sf_step_new (label);
  for (guint i = 0; i < versions->len; i++)
    sf_step_delete (step, versions->pdata[i]);
  sf_workbook_submit (self, step);
  return TRUE;
}
