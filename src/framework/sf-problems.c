/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "framework/sf-framework-private.h"

#include "base/sf-error.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  guint line;
  guint order;
  char *text;
} Problem;

struct _SfProblems
{
  GArray *found;
};

static void
clear_problem (gpointer data)
{
  g_free (((Problem *)data)->text);
}

static int
compare_problems (gconstpointer a, gconstpointer b)
{
  const Problem *one = a, *other = b;
  if (one->line != other->line)
    return one->line < other->line ? -1 : 1;
  return one->order < other->order ? -1 : one->order > other->order;
}

SfProblems *
sf_problems_new (void)
{
  SfProblems *self = g_new0 (SfProblems, 1);
  self->found = g_array_new (FALSE, TRUE, sizeof (Problem));
  g_array_set_clear_func (self->found, clear_problem);
  return self;
}

void
sf_problems_free (SfProblems *self)
{
  g_array_unref (self->found);
  g_free (self);
}

/* A file can be wrong in more places than anybody reads: what is past the limit is not kept. */
void
sf_problems_add (SfProblems *self, guint line, const char *format, ...)
{
  if (self->found->len >= SF_XML_MAX_PROBLEMS)
    return;
  va_list arguments;
  va_start (arguments, format);
  Problem problem = { MAX (line, 1), self->found->len, g_strdup_vprintf (format, arguments) };
  va_end (arguments);
  g_array_append_val (self->found, problem);
}

void
sf_problems_report (SfProblems *self, const char *name, GPtrArray *strings)
{
  g_array_sort (self->found, compare_problems);
  for (guint i = 0; i < self->found->len; i++)
    {
      const Problem *problem = &g_array_index (self->found, Problem, i);
      g_ptr_array_add (strings, g_strdup_printf ("%s:%u: %s", name, problem->line, problem->text));
    }
}

void
sf_problems_set_error (GPtrArray *strings, GError **error)
{
  g_return_if_fail (strings->len > 0);
  const char *first = g_ptr_array_index (strings, 0);
  guint more = strings->len - 1;
  if (more == 0)
    g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID, first);
  else
    g_set_error (error, SF_ERROR, SF_ERROR_INVALID,
                 g_dngettext (GETTEXT_PACKAGE, "%s (and %u more mistake)",
                              "%s (and %u more mistakes)", more),
                 first, more);
}
