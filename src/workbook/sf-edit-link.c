/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-edit-private.h"

/* Links between many pieces of evidence and many statements, in one step. */

static gboolean
check_codes (SfFramework *framework, const char *const *codes, GError **error)
{
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    if (framework == NULL || sf_framework_find_statement (framework, codes[i]) == NULL)
      return sf_edit_refuse (error, _ ("The framework of this evaluation has no such statement."));
  return TRUE;
}

/* Returns: how many links change */
static guint
link_one (SfWorkbook *self,
          SfStep *step,
          SfEvidence *evidence,
          SfEvaluation *evaluation,
          const char *const *link,
          const char *const *unlink)
{
  g_autoptr (GPtrArray) links = sf_model_list_referring (self->model, SF_TYPE_EVIDENCE_LINK,
                                                         SF_EVIDENCE_LINK_EVIDENCE, evidence);
  guint n = 0;

  for (guint i = 0; link != NULL && link[i] != NULL; i++)
    if (!sf_edit_is_linked (self, evidence, evaluation, link[i]))
      {
        SfUuid made;

        sf_edit_insert_link (step, sf_record_get_uuid (SF_RECORD (evidence)),
                             sf_record_get_uuid (SF_RECORD (evaluation)), link[i], &made);
        n++;
      }
  for (guint i = 0; unlink != NULL && i < links->len; i++)
    if (sf_record_refers_to (links->pdata[i], SF_EVIDENCE_LINK_EVALUATION, evaluation)
        && g_strv_contains (unlink, sf_evidence_link_get_statement_code (links->pdata[i])))
      {
        sf_step_delete (step, links->pdata[i]);
        n++;
      }
  return n;
}

static char *
make_label (GPtrArray *evidence, gboolean only_new)
{
  const char *title = evidence->len > 0 ? sf_evidence_get_title (evidence->pdata[0]) : "";

  if (evidence->len == 1)
    return g_strdup_printf (only_new ? _ ("Linked the evidence %s")
                                     : _ ("Changed what the evidence %s speaks for"),
                            title);
  return g_strdup_printf (only_new ? g_dngettext (GETTEXT_PACKAGE, "Linked %u piece of evidence",
                                                  "Linked %u pieces of evidence", evidence->len)
                                   : g_dngettext (GETTEXT_PACKAGE,
                                                  "Changed what %u piece of evidence speaks for",
                                                  "Changed what %u pieces of evidence speak for",
                                                  evidence->len),
                          evidence->len);
}

/**
 * sf_workbook_link_many:
 * @self: a workbook
 * @evidence: (element-type SfEvidence): pieces of evidence
 * @evaluation: an evaluation
 * @link: (nullable): codes of statements that each of them shall be linked with
 * @unlink: (nullable): codes of statements that none of them shall be linked with
 * @n_changed: (out) (optional): how many links that makes or takes away
 * @error: return location for an #SfError
 *
 * Links and unlinks in one step. What is as it shall be stays, with its note; where all is, there
 * is no step.
 */
gboolean
sf_workbook_link_many (SfWorkbook *self,
                       GPtrArray *evidence,
                       SfEvaluation *evaluation,
                       const char *const *link,
                       const char *const *unlink,
                       guint *n_changed,
                       GError **error)
{
  g_autofree char *label = NULL;
  g_autoptr (SfStep) step = NULL;
  SfFramework *framework;
  guint n = 0;

  g_return_val_if_fail (evidence != NULL, FALSE);
  g_return_val_if_fail (SF_IS_EVALUATION (evaluation), FALSE);

  framework = sf_model_get_framework (self->model, evaluation);
  if (!sf_edit_allowed (self, evaluation, error) || !check_codes (framework, link, error))
    return FALSE;
  label = make_label (evidence, unlink == NULL || unlink[0] == NULL);
  step = sf_step_new (label);
  for (guint i = 0; i < evidence->len; i++)
    n += link_one (self, step, evidence->pdata[i], evaluation, link, unlink);
  if (n > 0)
    sf_workbook_submit (self, g_steal_pointer (&step));
  if (n_changed != NULL)
    *n_changed = n;
  return TRUE;
}
