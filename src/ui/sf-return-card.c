/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-return-card.h"

#include "exchange/sf-return-counts.h"
#include "ui/sf-button.h"
#include "ui/sf-file-chooser.h"
#include "ui/sf-parts.h"
#include "workbook/sf-workbook-readings.h"
#include "workbook/sf-workbook-safety.h"

#include <glib/gi18n-lib.h>

/* What is asked for while somebody chooses a place. */
typedef struct
{
  SfContext *context;
  SfEvaluation *evaluation;
} Asked;

static void
asked_free (Asked *asked)
{
  g_object_unref (asked->context);
  g_object_unref (asked->evaluation);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static gboolean
seal (Asked *asked, GFile *file, GError **error)
{
  SfWorkbook *workbook = sf_context_get_workbook (asked->context);
  g_autofree char *path = g_file_get_path (file);

  return (path == NULL || sf_workbook_check_output (workbook, path, error))
         && sf_workbook_wait_for_readings (workbook, error)
         && sf_return_counts_write (sf_context_get_model (asked->context), asked->evaluation,
                                    sf_context_get_today (asked->context), file, error);
}

static void
on_destination_cb (GFile *const *files, gpointer data)
{
  g_autoptr (Asked) asked = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL, *said = NULL;

  if (files == NULL || files[0] == NULL)
    return;
  if (!seal (asked, files[0], &error))
    {
      sf_context_report_as (asked->context, _ ("The counts were not sealed"), error);
      return;
    }
  name = g_file_get_basename (files[0]);
  said = g_strdup_printf (
      _ ("The exact counts were sealed as “%s”. Only the authority can open it."), name);
  sf_context_say (asked->context, said, FALSE);
}

/* What would be wrong is said before a place is asked for. */
static gboolean
check (SfContext *context, SfEvaluation *evaluation)
{
  SfCentre *centre = sf_context_get_centre (context);
  g_autoptr (GError) error = NULL;
  g_autoptr (SfReturnCounts) counts = NULL;
  g_autoptr (GBytes) sealed = NULL;

  counts = sf_return_counts_new (sf_context_get_model (context), evaluation,
                                 sf_context_get_today (context), &error);
  if (counts != NULL)
    sealed = sf_return_counts_seal (counts, sf_centre_get_return_key (centre), &error);
  if (sealed == NULL)
    sf_context_report_as (context, _ ("The counts were not sealed"), error);
  return sealed != NULL;
}

static void
on_seal_clicked_cb (GtkWidget *button, SfContext *context)
{
  SfEvaluation *evaluation = sf_context_get_evaluation (context);
  g_autoptr (GFile) file
      = g_file_new_for_path (sf_workbook_get_path (sf_context_get_workbook (context)));
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = NULL;
  Asked *asked;

  if (evaluation == NULL || !check (context, evaluation))
    return;
  /* Translators: a centre, a date */
  name = g_strdup_printf (_ ("%s, exact counts %s.sealed"),
                          sf_centre_get_name (sf_context_get_centre (context)),
                          sf_context_get_today (context));
  g_strdelimit (name, "/\\:*?\"<>|", '-');
  asked = g_new0 (Asked, 1);
  asked->context = g_object_ref (context);
  asked->evaluation = g_object_ref (evaluation);
  sf_choose_destination (button, _ ("Seal the exact counts for the authority"), SF_FILES_ANY,
                         folder, name, on_destination_cb, asked);
}

GtkWidget *
sf_return_card_new (SfContext *context)
{
  GtkWidget *card = sf_part_card (_ ("For the authority"), NULL);
  GtkWidget *inside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = sf_button_new (_ ("_Seal the exact counts for the authority…"));

  gtk_widget_add_css_class (inside, "sf-card-text");
  gtk_box_append (
      GTK_BOX (inside),
      sf_part_label (_ ("Reports hide small numbers; the authority gets the exact counts "
                        "of the year. They are sealed to its key, so that nobody else "
                        "can read them on the way."),
                     NULL));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_seal_clicked_cb), context, 0);
  gtk_box_append (GTK_BOX (inside), button);
  gtk_box_append (GTK_BOX (card), inside);
  return card;
}
