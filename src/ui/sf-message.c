/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-message.h"

#include "base/sf-error.h"
#include "sf-config.h"
#include "ui/sf-button.h"
#include "ui/sf-parts.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  SfAnswerFunc func;
  gpointer data;
} Question;

static void
on_response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Question *question = data;

  if (question->func)
    question->func (response, question->data);
}

static void
free_question (gpointer data, GClosure *closure)
{
  g_free (data);
}

static GtkWindow *
window_of (GtkWidget *widget)
{
  GtkRoot *root = widget ? gtk_widget_get_root (widget) : NULL;

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static AdwResponseAppearance
appearance_of (SfAnswerLook look)
{
  switch (look)
    {
    case SF_ANSWER_SUGGESTED:
      return ADW_RESPONSE_SUGGESTED;
    case SF_ANSWER_DESTRUCTIVE:
      return ADW_RESPONSE_DESTRUCTIVE;
    case SF_ANSWER_PLAIN:
    default:
      return ADW_RESPONSE_DEFAULT;
    }
}

/* Returns: (transfer none): its window */
static GtkWindow *
ask (GtkWidget *parent,
     const char *heading,
     const char *body,
     GtkWidget *child,
     const SfAnswer *answers,
     guint n_answers,
     SfAnswerFunc func,
     gpointer data)
{
  GtkWidget *widget = adw_message_dialog_new (window_of (parent), heading, body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);
  Question *question = g_new (Question, 1);

  *question = (Question){ func, data };
  for (guint i = 0; i < n_answers; i++)
    {
      adw_message_dialog_add_response (dialog, answers[i].id, answers[i].label);
      adw_message_dialog_set_response_appearance (dialog, answers[i].id,
                                                  appearance_of (answers[i].look));
      if (answers[i].look != SF_ANSWER_DESTRUCTIVE)
        adw_message_dialog_set_default_response (dialog, answers[i].id);
    }
  adw_message_dialog_set_close_response (dialog, "close");
  if (child)
    adw_message_dialog_set_extra_child (dialog, child);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response_cb), question, free_question,
                         0);
  sf_part_name_buttons (widget, NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  return GTK_WINDOW (dialog);
}

void
sf_message_ask (GtkWidget *parent,
                const char *heading,
                const char *body,
                GtkWidget *child,
                const SfAnswer *answers,
                guint n_answers,
                SfAnswerFunc func,
                gpointer data)
{
  g_return_if_fail (n_answers > 0);

  ask (parent, heading, body, child, answers, n_answers, func, data);
}

void
sf_message_tell (GtkWidget *parent, const char *heading, const char *body)
{
  const SfAnswer answers[] = { { "close", _ ("Close"), SF_ANSWER_PLAIN } };

  sf_message_ask (parent, heading, body, NULL, answers, G_N_ELEMENTS (answers), NULL, NULL);
}

/* What helps somebody who mends the program, and names nobody: no path, no text of the file. */
static char *
describe_error (const GError *error)
{
  return g_strdup_printf ("Sixfold %s\n%s %d\nGTK %u.%u.%u, libadwaita %u.%u.%u, GLib %u.%u.%u\n",
                          SF_VERSION, g_quark_to_string (error->domain), error->code,
                          gtk_get_major_version (), gtk_get_minor_version (),
                          gtk_get_micro_version (), adw_get_major_version (),
                          adw_get_minor_version (), adw_get_micro_version (), glib_major_version,
                          glib_minor_version, glib_micro_version);
}

static void
on_copy_cb (GtkButton *button, const char *details)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)), details);
  sf_button_set_label (GTK_WIDGET (button), _ ("Copied"));
}

static void
free_details (gpointer data, GClosure *closure)
{
  g_free (data);
}

void
sf_message_error (GtkWidget *parent, const char *heading, const GError *error)
{
  const SfAnswer answers[] = { { "close", _ ("Close"), SF_ANSWER_PLAIN } };
  GtkWindow *window;
  GtkWidget *copy;

  g_return_if_fail (error != NULL);

  if (g_error_matches (error, SF_ERROR, SF_ERROR_CANCELLED)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  copy = sf_button_new (_ ("Copy _details"));
  gtk_widget_set_halign (copy, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (
      copy, _ ("For whoever helps you. There is nothing about your centre or its people in it."));
  g_signal_connect_data (copy, "clicked", G_CALLBACK (on_copy_cb), describe_error (error),
                         free_details, 0);
  window = ask (parent, heading ? heading : _ ("That did not work"), error->message, copy, answers,
                G_N_ELEMENTS (answers), NULL, NULL);
  /* Enter ends it; the details are one Tab away */
  gtk_window_set_focus (window, gtk_window_get_default_widget (window));
}
