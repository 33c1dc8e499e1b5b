/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What may identify somebody in a report, looked at before it is printed. */
#include "workbook/sf-edit-private.h"
#include "workbook/sf-workbook-identity.h"

#include "base/sf-clock.h"
#include "base/sf-text.h"

#include <string.h>

static SfIdentityCheck *
find_check (SfWorkbook *self, SfEvaluation *evaluation, const char *audience, const char *digest)
{
  g_autoptr (GPtrArray) checks = sf_model_list_referring (self->model, SF_TYPE_IDENTITY_CHECK,
                                                          SF_IDENTITY_CHECK_EVALUATION, evaluation);

  for (guint i = 0; i < checks->len; i++)
    if (g_strcmp0 (sf_identity_check_get_audience (checks->pdata[i]), audience) == 0
        && g_strcmp0 (sf_identity_check_get_digest (checks->pdata[i]), digest) == 0)
      return checks->pdata[i];
  return NULL;
}

static gboolean
check_digest (const char *digest, GError **error)
{
  if (digest != NULL && strlen (digest) == 64 && strspn (digest, "0123456789abcdef") == 64)
    return TRUE;
  return sf_edit_refuse (error, _ ("There are no such words in the report."));
}

gboolean
sf_workbook_confirm_identity (SfWorkbook *self,
                              SfEvaluation *evaluation,
                              const char *audience,
                              const char *digest,
                              GError **error)
{
  g_autofree char *today = sf_clock_today ();
  GType type = SF_TYPE_IDENTITY_CHECK;
  SfUuid made;
  SfStep *step;

  if (!sf_edit_allowed (self, NULL, error) || !check_digest (digest, error))
    return FALSE;
  if (sf_text_is_blank (audience))
    return sf_edit_refuse (error, _ ("Please say for whom the report is."));
  if (find_check (self, evaluation, audience, digest) != NULL)
    return TRUE;
  step = sf_step_new (_ ("Confirmed that some words of a report identify nobody"));
  sf_step_insert (step, type, &made);
  sf_step_set_ref (step, type, &made, SF_IDENTITY_CHECK_EVALUATION, evaluation);
  sf_step_set_text (step, type, &made, SF_IDENTITY_CHECK_AUDIENCE, audience);
  sf_step_set_text (step, type, &made, SF_IDENTITY_CHECK_DIGEST, digest);
  sf_step_set_text (step, type, &made, SF_IDENTITY_CHECK_CONFIRMED_ON, today);
  sf_workbook_submit (self, step);
  return TRUE;
}

gboolean
sf_workbook_ask_identity_again (SfWorkbook *self,
                                SfEvaluation *evaluation,
                                const char *audience,
                                const char *digest,
                                GError **error)
{
  SfIdentityCheck *check = find_check (self, evaluation, audience, digest);
  SfStep *step;

  if (!sf_edit_allowed (self, NULL, error))
    return FALSE;
  if (check == NULL)
    return sf_edit_refuse (error, _ ("These words were not confirmed."));
  step = sf_step_new (_ ("Asked again about words of a report that may identify somebody"));
  sf_step_delete (step, SF_RECORD (check));
  sf_workbook_submit (self, step);
  return TRUE;
}
