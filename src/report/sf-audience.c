/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-audience.h"

#include <string.h>

#include "model/sf-vocabulary.h"
#include "report/sf-compose-report.h"

/* How closed a piece of evidence may be to be named. */
typedef enum
{
  NAMES_NONE,
  NAMES_BOARD,
  NAMES_CENTRE,
} Names;

typedef struct
{
  guint max_pages;
  Names names;
  gboolean confidential;
  gboolean annex;
  gboolean statements;
  gboolean requirements;
  gboolean area;
  gboolean outcomes;
  gboolean codes;
} Rules;

static const Rules rules[SF_N_AUDIENCES] = {
  [SF_AUDIENCE_GOVERNORS]
  = { .max_pages = SF_GOVERNORS_MAX_PAGES, .names = NAMES_BOARD, .annex = TRUE, .outcomes = TRUE },
  [SF_AUDIENCE_PARENTS] = { .max_pages = SF_PARENTS_MAX_PAGES, .outcomes = TRUE },
  [SF_AUDIENCE_AUTHORITY] = { .names = NAMES_BOARD, .outcomes = TRUE, .codes = TRUE },
  [SF_AUDIENCE_STAFF] = { .outcomes = TRUE },
  [SF_AUDIENCE_HEAD]
  = { .names = NAMES_CENTRE, .confidential = TRUE, .outcomes = TRUE, .codes = TRUE },
  [SF_AUDIENCE_JOB_DESCRIPTION] = { .statements = TRUE },
  [SF_AUDIENCE_PERSON_SPECIFICATION] = { .statements = TRUE, .requirements = TRUE },
  [SF_AUDIENCE_FORMS] = { .area = TRUE, .codes = TRUE },
};

const char *
sf_audience_get_id (SfAudience self)
{
  g_return_val_if_fail ((guint)self < SF_N_AUDIENCES, NULL);

  return sf_vocabulary_get_nth_id (SF_VOCABULARY_AUDIENCE, self);
}

gboolean
sf_audience_find (const char *id, SfAudience *self)
{
  int found = id != NULL ? sf_vocabulary_find (SF_VOCABULARY_AUDIENCE, id) : -1;

  if (found < 0)
    return FALSE;
  *self = (SfAudience)found;
  return TRUE;
}

const char *
sf_audience_get_name (SfAudience self)
{
  return sf_vocabulary_get_nth_label (SF_VOCABULARY_AUDIENCE, self);
}

const char *
sf_audience_get_description (SfAudience self)
{
  return sf_vocabulary_get_nth_explanation (SF_VOCABULARY_AUDIENCE, self);
}

guint
sf_audience_get_max_pages (SfAudience self)
{
  return rules[self].max_pages;
}

gboolean
sf_audience_is_confidential (SfAudience self)
{
  return rules[self].confidential;
}

gboolean
sf_audience_has_annex (SfAudience self)
{
  return rules[self].annex;
}

gboolean
sf_audience_has_statements (SfAudience self)
{
  return rules[self].statements;
}

gboolean
sf_audience_has_requirements (SfAudience self)
{
  return rules[self].requirements;
}

gboolean
sf_audience_has_area (SfAudience self)
{
  return rules[self].area;
}

gboolean
sf_audience_has_outcomes (SfAudience self)
{
  return rules[self].outcomes;
}

gboolean
sf_audience_has_codes (SfAudience self)
{
  return rules[self].codes;
}

/* What a newer program may call it is not named. */
gboolean
sf_audience_may_name (SfAudience self, const char *sensitivity)
{
  static const char *const words[] = { "open", "board", "centre" };
  guint n = rules[self].names == NAMES_NONE ? 0 : rules[self].names == NAMES_BOARD ? 2 : 3;

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (sensitivity, words[i]) == 0)
      return TRUE;
  return FALSE;
}
