/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-disclosure.h"

#include <string.h>

/* A small notation for cells:
 * cells      "all=40 a=3/20": count, and denominator
 * relations  "all:a b" is a sum (up to the next word with a mark), "all>g" a group, "a/" a public
 *            denominator
 * earlier    "1:b=17" was shown by report 1, "1:-b=17" was in it and not shown; "1:b/=30"
 * not shown  "a!" is small, "a~" protects, "a/!" and "a/~" are denominators, "[a]" is given away */

static inline void
add_case_cells (SfDisclosure *made, const char *cells)
{
  g_auto (GStrv) words = g_strsplit (cells, " ", -1);

  for (guint i = 0; words[i] != NULL && words[i][0] != '\0'; i++)
    {
      char *equals = strchr (words[i], '=');
      char *slash = strchr (words[i], '/');

      *equals = '\0';
      sf_disclosure_add (made, words[i], g_ascii_strtoll (equals + 1, NULL, 10),
                         slash != NULL ? g_ascii_strtoll (slash + 1, NULL, 10)
                                       : SF_DISCLOSURE_NONE);
    }
}

static inline void
add_case_relations (SfDisclosure *made, const char *relations)
{
  g_auto (GStrv) words = g_strsplit (relations, " ", -1);

  for (guint i = 0; words[i] != NULL && words[i][0] != '\0'; i++)
    {
      char *mark = strpbrk (words[i], ":>/");
      g_autoptr (GPtrArray) parts = g_ptr_array_new ();
      char kind = *mark;

      *mark = '\0';
      if (kind == '/')
        {
          sf_disclosure_set_public (made, words[i], SF_FIGURE_DENOMINATOR);
          continue;
        }
      if (kind == '>')
        {
          sf_disclosure_add_group (made, words[i], mark + 1);
          continue;
        }
      char *total = words[i];
      g_ptr_array_add (parts, mark + 1);
      while (words[i + 1] != NULL && strpbrk (words[i + 1], ":>/") == NULL)
        g_ptr_array_add (parts, words[++i]);
      g_ptr_array_add (parts, NULL);
      sf_disclosure_add_sum (made, total, (const char *const *)parts->pdata);
    }
}

static inline void
add_case_earlier (SfDisclosure *made, const char *earlier)
{
  g_auto (GStrv) words = g_strsplit (earlier, " ", -1);

  for (guint i = 0; words[i] != NULL && words[i][0] != '\0'; i++)
    {
      char *key = strchr (words[i], ':') + 1;
      char *equals = strchr (key, '=');
      gboolean shown = *key != '-';
      SfFigure figure = SF_FIGURE_COUNT;

      key += !shown;
      *equals = '\0';
      if (equals[-1] == '/')
        {
          figure = SF_FIGURE_DENOMINATOR;
          equals[-1] = '\0';
        }
      sf_disclosure_add_earlier (made, (guint)g_ascii_strtoull (words[i], NULL, 10), key, figure,
                                 g_ascii_strtoll (equals + 1, NULL, 10), shown);
    }
}

/* (transfer full): decided */
static inline SfDisclosure *
make_case (const char *cells, const char *relations, const char *earlier)
{
  SfDisclosure *made = sf_disclosure_new ();

  add_case_cells (made, cells);
  add_case_relations (made, relations);
  add_case_earlier (made, earlier);
  sf_disclosure_decide (made);
  return made;
}

/* (transfer full): in the order of the cells */
static inline char *
list_not_shown (SfDisclosure *made, const char *cells)
{
  g_auto (GStrv) words = g_strsplit (cells, " ", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL && words[i][0] != '\0'; i++)
    {
      gboolean has_denominator = strchr (words[i], '/') != NULL;

      *strchr (words[i], '=') = '\0';
      for (guint figure = 0; figure <= (guint)has_denominator; figure++)
        {
          SfDisclosureAnswer answer = sf_disclosure_get (made, words[i], figure);

          if (answer != SF_DISCLOSURE_SHOWN)
            g_string_append_printf (text, "%s%s%s%c", text->len > 0 ? " " : "", words[i],
                                    figure == SF_FIGURE_DENOMINATOR ? "/" : "",
                                    answer == SF_DISCLOSURE_SMALL ? '!' : '~');
        }
      if (sf_disclosure_is_given_away (made, words[i]))
        g_string_append_printf (text, "%s[%s]", text->len > 0 ? " " : "", words[i]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
