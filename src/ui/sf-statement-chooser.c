/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-statement-chooser.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  SfContext *context;
  char *none;
  gboolean centre_only;
} Choice;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_object_unref (choice->context);
  g_free (choice->none);
  g_free (choice);
}

static void
append_statement (SfChooser *chooser, SfStatement *statement)
{
  const char *area = sf_key_area_get_title (sf_statement_get_area (statement));
  g_autofree char *words
      = g_strjoin (" ", sf_statement_get_code (statement), sf_statement_get_title (statement),
                   sf_statement_get_text (statement), area, NULL);

  sf_chooser_append (chooser, sf_statement_get_code (statement), sf_statement_get_title (statement),
                     sf_statement_get_code (statement), area, words);
}

/* Only when it is opened for the first time: it has a row for each statement. */
static void
fill (SfChooser *chooser, gpointer data)
{
  Choice *choice = data;
  SfFramework *framework = sf_context_get_framework (choice->context);
  GPtrArray *statements;

  if (framework == NULL || !sf_chooser_is_empty (chooser))
    return;
  if (choice->none != NULL)
    sf_chooser_append (chooser, NULL, choice->none, NULL, NULL, NULL);
  statements = sf_framework_get_statements (framework);
  for (guint i = 0; i < statements->len; i++)
    {
      SfStatement *statement = g_ptr_array_index (statements, i);

      if (!choice->centre_only || sf_statement_get_subject (statement) == SF_SUBJECT_CENTRE)
        append_statement (chooser, statement);
    }
}

GtkWidget *
sf_statement_chooser_new (SfContext *context,
                          const char *label,
                          const char *none,
                          gboolean centre_only)
{
  Choice *choice;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  choice = g_new0 (Choice, 1);
  choice->context = g_object_ref (context);
  choice->none = g_strdup (none);
  choice->centre_only = centre_only;
  return sf_chooser_new (label, _ ("Code or words of a statement"), _ ("Statements"),
                         _ ("No statement has these words."), fill, choice, choice_free);
}
