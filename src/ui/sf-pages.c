/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which page id is which class. A page adds one include and one line; "area:" stands for all
 * key areas. */

#include "ui/sf-area-page.h"
#include "ui/sf-centre-page.h"
#include "ui/sf-contributors-page.h"
#include "ui/sf-evaluations-page.h"
#include "ui/sf-evidence-page.h"
#include "ui/sf-history-page.h"
#include "ui/sf-meetings-page.h"
#include "ui/sf-outcomes-page.h"
#include "ui/sf-overview-page.h"
#include "ui/sf-page.h"
#include "ui/sf-performance-page.h"
#include "ui/sf-plan-page.h"
#include "ui/sf-report-page.h"
#include "ui/sf-summary-page.h"
#include "ui/sf-targets-page.h"

static const struct
{
  const char *id;
  GType (*get_type) (void);
} pages[] = {
  { "area:", sf_area_page_get_type },
  { "centre", sf_centre_page_get_type },
  { "contributors", sf_contributors_page_get_type },
  { "evaluations", sf_evaluations_page_get_type },
  { "evidence", sf_evidence_page_get_type },
  { "history", sf_history_page_get_type },
  { "meetings", sf_meetings_page_get_type },
  { "outcomes", sf_outcomes_page_get_type },
  { "overview", sf_overview_page_get_type },
  { "plan", sf_plan_page_get_type },
  { "performance", sf_performance_page_get_type },
  { "report", sf_report_page_get_type },
  { "summary", sf_summary_page_get_type },
  { "targets", sf_targets_page_get_type },
};

static GType
find_type (const char *page_id)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gboolean prefix = g_str_has_suffix (pages[i].id, ":");

      if (prefix ? g_str_has_prefix (page_id, pages[i].id) : g_str_equal (page_id, pages[i].id))
        return pages[i].get_type ();
    }
  return G_TYPE_INVALID;
}

/**
 * sf_pages_exists:
 *
 * Returns: whether there is a page of that id
 */
gboolean
sf_pages_exists (const char *page_id)
{
  return page_id && find_type (page_id) != G_TYPE_INVALID;
}

/**
 * sf_pages_create:
 *
 * Returns: (transfer floating) (nullable): the page
 */
SfPage *
sf_pages_create (SfContext *context, const char *page_id)
{
  GType type = find_type (page_id);

  if (type == G_TYPE_INVALID)
    return NULL;
  return g_object_new (type, "context", context, "page-id", page_id, NULL);
}
