/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-attach-report.h"

#include "ui/sf-added-dialog.h"
#include "ui/sf-message.h"

#include <glib/gi18n-lib.h>

#define SHOWN_SENTENCES 12 /* in one message; the rest is counted */

/* --- the words -------------------------------------------------------------------------------- */

char *
sf_attach_progress_to_text (const SfAttachProgress *progress)
{
  g_autofree char *done = g_format_size ((guint64)MAX (progress->bytes_done, 0));
  g_autofree char *all = g_format_size ((guint64)MAX (progress->bytes, 0));

  if (progress->files == 0)
    return g_strdup (_ ("Looking at the files…"));
  if (progress->files == 1)
    return g_strdup_printf (_ ("Adding the file: %s of %s"), done, all);
  /* Translators: files done and in all, then bytes done and in all */
  return g_strdup_printf (_ ("Adding %'u of %'u: %s of %s"),
                          MIN (progress->files_done + 1, progress->files), progress->files, done,
                          all);
}

static void
add_sentence (GString *text, char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

/* What was here already, and was linked with the statement instead. */
static char *
describe_linked (const SfAttachOutcome *outcome, const char *code)
{
  const SfKnownFile *first = outcome->known->pdata[0];
  guint n = outcome->known->len;

  if (n == 1)
    return g_strdup_printf (_ ("“%s” was here already; it was linked to %s, not added again."),
                            sf_evidence_get_title (first->evidence), code);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%'u was here already; it was linked to %s, not added again.",
                   "%'u were here already; they were linked to %s, not added again.", n),
      n, code);
}

/* What was here already, and what was done instead. */
static char *
describe_known (const SfAttachOutcome *outcome, const char *code)
{
  const SfKnownFile *first = outcome->known->pdata[0];
  guint n = outcome->known->len;

  if (outcome->linked > 0 && code != NULL)
    return describe_linked (outcome, code);
  if (n > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%'u was here already, and was not added again.",
                                         "%'u were here already, and were not added again.", n),
                            n);
  return g_strdup_printf (_ ("“%s” was here already, and was not added again."),
                          sf_evidence_get_title (first->evidence));
}

static char *
describe_added (guint n, const char *code)
{
  if (code != NULL)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u file was added to %s.",
                                         "%'u files were added to %s.", n),
                            n, code);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u file was added.",
                                       "%'u files were added.", n),
                          n);
}

char *
sf_attach_outcome_to_text (const SfAttachOutcome *outcome, const char *code)
{
  GString *text = g_string_new (NULL);

  if (outcome->attachments->len > 0)
    add_sentence (text, describe_added (outcome->attachments->len, code));
  if (outcome->known->len > 0)
    add_sentence (text, describe_known (outcome, code));
  if (outcome->left_out->len > 0)
    add_sentence (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u was left out.",
                                                      "%'u were left out.", outcome->left_out->len),
                                         outcome->left_out->len));
  if (text->len == 0)
    add_sentence (text, g_strdup (_ ("There was nothing to add: the folder has no files.")));
  return g_string_free (text, FALSE);
}

/* --- what its button does --------------------------------------------------------------------- */

typedef struct
{
  GtkWidget *parent;
  SfContext *context;
  GPtrArray *evidence; /* made */
  GPtrArray *left_out;
  SfEvidence *known;      /* the first of them */
  GPtrArray *known_names; /* a line for each: the file, and what it is here */
} Telling;

static void
telling_free (gpointer data)
{
  Telling *telling = data;

  g_clear_weak_pointer (&telling->parent);
  g_object_unref (telling->context);
  g_ptr_array_unref (telling->evidence);
  g_ptr_array_unref (telling->left_out);
  g_clear_object (&telling->known);
  g_ptr_array_unref (telling->known_names);
  g_free (telling);
}

static void
check_added (gpointer data)
{
  Telling *telling = data;

  if (telling->parent != NULL)
    sf_added_dialog_present (telling->parent, telling->context, telling->evidence);
}

static void
tell_lines (Telling *telling, const char *heading, GPtrArray *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = lines->len;

  for (guint i = 0; i < MIN (n, SHOWN_SENTENCES); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *)lines->pdata[i]);
  if (n > SHOWN_SENTENCES)
    {
      g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "And %'u more.",
                                                            "And %'u more.", n - SHOWN_SENTENCES),
                                               n - SHOWN_SENTENCES);

      g_string_append_printf (text, "\n%s", more);
    }
  if (telling->parent != NULL)
    sf_message_tell (telling->parent, heading, text->str);
}

static void
show_left_out (gpointer data)
{
  Telling *telling = data;

  tell_lines (telling, _ ("What was left out"), telling->left_out);
}

/* The one itself; of several, what they are called. */
static void
show_known (gpointer data)
{
  Telling *telling = data;

  if (telling->known_names->len == 1)
    sf_context_go_record (telling->context, SF_RECORD (telling->known));
  else
    tell_lines (telling, _ ("What was here already"), telling->known_names);
}

static Telling *
telling_new (GtkWidget *parent, SfContext *context, const SfAttachOutcome *outcome)
{
  Telling *telling = g_new0 (Telling, 1);
  SfModel *model = sf_context_get_model (context);

  g_set_weak_pointer (&telling->parent, parent);
  telling->context = g_object_ref (context);
  telling->evidence = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < outcome->evidence->len; i++)
    {
      gpointer made = sf_model_find (model, &g_array_index (outcome->evidence, SfUuid, i));

      if (made != NULL)
        g_ptr_array_add (telling->evidence, g_object_ref (made));
    }
  telling->left_out = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < outcome->left_out->len; i++)
    g_ptr_array_add (telling->left_out, g_strdup (outcome->left_out->pdata[i]));
  telling->known_names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < outcome->known->len; i++)
    {
      const SfKnownFile *known = outcome->known->pdata[i];

      if (i == 0)
        g_set_object (&telling->known, known->evidence);
      /* Translators: a file's name, then the title of the evidence that has it already */
      g_ptr_array_add (telling->known_names,
                       g_strdup_printf (_ ("%s: “%s”"), known->name,
                                        sf_evidence_get_title (known->evidence)));
    }
  return telling;
}

void
sf_attach_report (GtkWidget *parent,
                  SfContext *context,
                  const SfAttachOutcome *outcome,
                  const char *code)
{
  g_autofree char *text = sf_attach_outcome_to_text (outcome, code);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (parent));
  Telling *telling = telling_new (window != NULL ? window : parent, context, outcome);

  /* the one button is taken: what did not come in has to be seen all the same */
  if (telling->evidence->len > 1 && telling->left_out->len > 0)
    show_left_out (telling);
  if (telling->evidence->len > 1)
    sf_context_offer (context, text, _ ("Check titles and dates"), TRUE, check_added, telling,
                      telling_free);
  else if (telling->left_out->len > 0)
    sf_context_offer (context, text, _ ("Why?"), outcome->attachments->len > 0, show_left_out,
                      telling, telling_free);
  else if (telling->known != NULL && outcome->attachments->len == 0)
    sf_context_offer (context, text,
                      telling->known_names->len > 1 ? _ ("Show which") : _ ("Show it"),
                      outcome->linked > 0, show_known, telling, telling_free);
  else
    {
      sf_context_say (context, text, outcome->attachments->len > 0);
      telling_free (telling);
    }
}
