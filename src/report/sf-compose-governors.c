/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-compose-governors.h"

guint
sf_governors_count_body_pages (SfDisplayList *list)
{
  return sf_report_count_body_pages (list);
}

SfDisplayList *
sf_compose_governors (SfModel *model,
                      SfEvaluation *evaluation,
                      const SfGovernorsOptions *options,
                      const SfStyleSheet *sheet,
                      SfFonts *fonts,
                      GError **error)
{
  SfReportOptions all = { .audience = SF_AUDIENCE_GOVERNORS };

  g_return_val_if_fail (options != NULL && options->today != NULL, NULL);

  all.today = options->today;
  all.annex = options->annex;
  all.outcomes = options->outcomes;
  all.fingerprint = options->fingerprint;
  return sf_compose_report (model, evaluation, &all, sheet, fonts, error);
}
