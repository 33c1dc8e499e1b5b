/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-report-work.h"

#include "exchange/sf-identity-list.h"
#include "model/sf-outcome-published.h"
#include "report/sf-compose-report.h"
#include "report/sf-report-check.h"
#include "workbook/sf-workbook-head.h"
#include "workbook/sf-workbook-performance.h"

#include <glib/gi18n-lib.h>

struct _SfReportWork
{
  GObject parent_instance;

  SfContext *context;
  SfEvaluation *evaluation;
  SfAudience audience;
  char *today;
  SfFonts *fonts;
  SfReportOptions options;
  GPtrArray *outcomes;
  SfDisplayList *pages;
  GPtrArray *identities;
};

G_DEFINE_FINAL_TYPE (SfReportWork, sf_report_work, G_TYPE_OBJECT)

static void
forget (SfReportWork *self)
{
  sf_report_options_clear (&self->options);
  self->options = (SfReportOptions){ 0 };
  g_clear_object (&self->pages);
  g_clear_pointer (&self->outcomes, g_ptr_array_unref);
  g_clear_pointer (&self->identities, g_ptr_array_unref);
}

static void
sf_report_work_finalize (GObject *object)
{
  SfReportWork *self = SF_REPORT_WORK (object);

  forget (self);
  g_clear_object (&self->fonts);
  g_clear_object (&self->evaluation);
  g_clear_object (&self->context);
  g_free (self->today);
  G_OBJECT_CLASS (sf_report_work_parent_class)->finalize (object);
}

static void
sf_report_work_class_init (SfReportWorkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sf_report_work_finalize;
}

static void
sf_report_work_init (SfReportWork *self)
{
}

SfReportWork *
sf_report_work_new (SfContext *context, SfAudience audience)
{
  SfReportWork *self = g_object_new (SF_TYPE_REPORT_WORK, NULL);

  self->context = g_object_ref (context);
  self->evaluation = g_object_ref (sf_context_get_evaluation (context));
  self->audience = audience;
  self->today = g_strdup (sf_context_get_today (context));
  return self;
}

SfContext *
sf_report_work_get_context (SfReportWork *self)
{
  return self->context;
}

SfAudience
sf_report_work_get_audience (SfReportWork *self)
{
  return self->audience;
}

SfEvaluation *
sf_report_work_get_evaluation (SfReportWork *self)
{
  return self->evaluation;
}

const SfReportOptions *
sf_report_work_get_options (SfReportWork *self)
{
  return &self->options;
}

/* --- the pages -------------------------------------------------------------------------------- */

static SfDisplayList *
compose (SfReportWork *self, const SfStyleSheet *sheet, GError **error)
{
  if (self->fonts == NULL)
    self->fonts = sf_fonts_new (NULL, error);
  if (self->fonts == NULL)
    return NULL;
  return sf_compose_report (sf_context_get_model (self->context), self->evaluation, &self->options,
                            sheet, self->fonts, error);
}

static const SfStyleSheet *
get_sheet (SfReportWork *self)
{
  return self->options.large_print ? sf_style_sheet_get_large_print ()
                                   : sf_style_sheet_get_standard ();
}

/* What is judged of the head, where that is locked and was opened. */
static const SfPerformance *
find_judged (SfReportWork *self)
{
  SfWorkbook *workbook = sf_context_get_workbook (self->context);
  SfPerformanceRecord *record = self->audience == SF_AUDIENCE_HEAD
                                    ? sf_workbook_find_head_record (workbook, self->evaluation)
                                    : NULL;

  return record != NULL ? sf_workbook_get_performance (workbook, record, NULL) : NULL;
}

gboolean
sf_report_work_refresh (SfReportWork *self, GError **error)
{
  SfModel *model = sf_context_get_model (self->context);

  forget (self);
  sf_report_options_init (&self->options, model, self->evaluation, self->audience, self->today);
  self->outcomes = sf_audience_has_outcomes (self->audience)
                       ? sf_published_list (model, self->evaluation)
                       : g_ptr_array_new ();
  self->options.outcomes = self->outcomes;
  self->options.judged = find_judged (self);
  self->pages = compose (self, get_sheet (self), error);
  return self->pages != NULL;
}

SfDisplayList *
sf_report_work_get_pages (SfReportWork *self)
{
  return self->pages;
}

SfDisplayList *
sf_report_work_compose (SfReportWork *self, double width, double height, GError **error)
{
  SfStyleSheet sheet = *get_sheet (self);

  sf_style_sheet_set_paper (&sheet, width, height);
  return compose (self, &sheet, error);
}

SfDisplayList *
sf_report_work_compose_sealed (SfReportWork *self,
                               const char *fingerprint,
                               const char *accepted_on,
                               const char *accepted_by,
                               GError **error)
{
  SfDisplayList *pages;

  self->options.fingerprint = fingerprint;
  self->options.accepted_on = accepted_on;
  self->options.accepted_by = accepted_by;
  pages = compose (self, get_sheet (self), error);
  self->options.fingerprint = NULL;
  self->options.accepted_on = NULL;
  self->options.accepted_by = NULL;
  return pages;
}

/* --- what is to be looked at ------------------------------------------------------------------ */

GPtrArray *
sf_report_work_list_checks (SfReportWork *self)
{
  SfModel *model = sf_context_get_model (self->context);

  if (self->pages == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify)sf_agenda_item_free);
  if (!sf_audience_has_outcomes (self->audience))
    return sf_report_list_characters (self->pages);
  return sf_report_list_checks (model, self->evaluation, self->today, self->outcomes, self->pages);
}

GPtrArray *
sf_report_work_get_identities (SfReportWork *self)
{
  if (self->identities == NULL && self->pages != NULL)
    self->identities = sf_identity_list (sf_context_get_model (self->context), self->evaluation,
                                         sf_audience_get_id (self->audience),
                                         sf_display_list_get_document (self->pages));
  return self->identities;
}

char *
sf_report_work_dup_title (SfReportWork *self)
{
  switch (self->audience)
    {
    case SF_AUDIENCE_PARENTS:
      return g_strdup (_ ("report to parents and community"));
    case SF_AUDIENCE_AUTHORITY:
      return g_strdup (_ ("report to the local authority"));
    case SF_AUDIENCE_STAFF:
      return g_strdup (_ ("report to staff"));
    case SF_AUDIENCE_HEAD:
      return g_strdup (_ ("review of the head"));
    case SF_AUDIENCE_JOB_DESCRIPTION:
      return g_strdup (_ ("job description"));
    case SF_AUDIENCE_PERSON_SPECIFICATION:
      return g_strdup (_ ("person specification"));
    case SF_AUDIENCE_FORMS:
      return g_strdup (_ ("paper forms"));
    case SF_AUDIENCE_GOVERNORS:
    default:
      return g_strdup (_ ("report"));
    }
}
