/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-target-groups.h"

#include "base/sf-text.h"
#include "model/sf-vocabulary.h"

guint
sf_target_groups_parse (const char *text, char **stranger)
{
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", " ,\t\n", -1);
  guint groups = 0;

  if (stranger != NULL)
    *stranger = NULL;
  for (char **word = words; *word != NULL; word++)
    {
      int n = sf_vocabulary_find (SF_VOCABULARY_TARGET_GROUP, *word);

      if (n >= 0)
        groups |= 1u << n;
      else if (**word != '\0' && stranger != NULL && *stranger == NULL)
        *stranger = g_strdup (*word);
    }
  return groups;
}

static GPtrArray *
list_groups (guint groups)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint n = 0; n < sf_vocabulary_get_n_terms (SF_VOCABULARY_TARGET_GROUP); n++)
    if ((groups & 1u << n) != 0)
      g_ptr_array_add (list, GUINT_TO_POINTER (n));
  return list;
}

char *
sf_target_groups_to_column (guint groups)
{
  g_autoptr (GPtrArray) list = list_groups (groups);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            sf_vocabulary_get_nth_id (SF_VOCABULARY_TARGET_GROUP,
                                                      GPOINTER_TO_UINT (list->pdata[i])));
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

char *
sf_target_groups_to_text (guint groups)
{
  g_autoptr (GPtrArray) list = list_groups (groups);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (names, sf_text_lower_first (
                                sf_vocabulary_get_nth_label (SF_VOCABULARY_TARGET_GROUP,
                                                             GPOINTER_TO_UINT (list->pdata[i]))));
  g_ptr_array_add (names, NULL);
  return sf_text_join_and ((const char *const *)names->pdata);
}
