/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Finance and staffing: what the head wrote, and whether performance reviews were held. */
#include <glib/gi18n-lib.h>

#include "base/sf-text.h"
#include "model/sf-performance-told.h"
#include "report/sf-compose-private.h"

/* Bad news stands at the end of such words as often as not. */
#define LEAST 60

static gboolean
add_words (SfComposer *self, const char *title, const char *text)
{
  guint limit = sf_compose_get_word_limit (self);
  g_autofree char *kept = sf_compose_cut (self, text, limit > 0 ? MAX (limit, LEAST) : 0, title);
  g_autofree char *label = NULL;

  if (self->audience != SF_AUDIENCE_GOVERNORS || self->detail < SF_DETAIL_NAMES)
    return sf_compose_add_titled (self, title, kept);
  label = g_strdup_printf (_ ("%s:"), title);
  sf_compose_add_labelled (self, label, kept);
  return *kept != '\0';
}

void
sf_compose_resources (SfComposer *self)
{
  const char *reviews = sf_performance_tell_reviews (self->model, self->centre, self->today);
  const char *finance = sf_evaluation_get_finance (self->evaluation);
  const char *staffing = sf_evaluation_get_staffing (self->evaluation);

  sf_document_add_heading (self->document, 1, _ ("Finance and staffing"), SF_ID_RESOURCES);
  if (sf_text_is_blank (finance) && sf_text_is_blank (staffing) && reviews == NULL)
    {
      sf_document_add_text (self->document, _ ("Nothing was written on finance or staffing."));
      return;
    }
  if (!add_words (self, _ ("Finance"), finance))
    sf_document_add_text (self->document, _ ("Nothing was written on finance."));
  if (!add_words (self, _ ("Staffing"), staffing) && reviews == NULL)
    sf_document_add_text (self->document, _ ("Nothing was written on staffing."));
  sf_document_add_text (self->document, reviews);
}
