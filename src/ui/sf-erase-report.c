/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-erase-report.h"

#include "base/sf-date.h"
#include "ui/sf-button.h"
#include "ui/sf-parts.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* --- copies that left --------------------------------------------------------------------------
 */

static const char *
name_way (const char *way)
{
  if (g_str_equal (way, "pack"))
    return _ ("Evidence pack");
  if (g_str_equal (way, "backup"))
    return _ ("Copy of the whole centre file");
  return _ ("Saved copy");
}

GtkWidget *
sf_erase_report_new_departures (GPtrArray *departures)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *rows = sf_part_rows (_ ("Copies that have left"));

  gtk_box_append (GTK_BOX (box), sf_part_heading (_ ("Copies that have left")));
  gtk_box_append (GTK_BOX (box),
                  sf_part_label (_ ("Sixfold cannot erase these. Please delete them there."),
                                 NULL));
  for (guint i = 0; i < departures->len; i++)
    {
      SfDeparture *departure = departures->pdata[i];
      g_autofree char *when = sf_date_format_instant (departure->at);
      g_autofree char *line = g_strdup_printf ("%s · %s", name_way (departure->way), when);

      gtk_list_box_append (GTK_LIST_BOX (rows), sf_part_row (departure->place, line, NULL));
    }
  gtk_box_append (GTK_BOX (box), rows);
  return box;
}

/* --- what could not be cleaned ------------------------------------------------------------------
 */

static void
on_delete_cb (GtkButton *button, SfContext *context)
{
  const char *path = g_object_get_data (G_OBJECT (button), "sf-path");
  GError *error = NULL;
  gboolean ok = sf_workbook_delete_backup (sf_context_get_workbook (context), path, &error);

  if (!sf_context_check (context, ok, error))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
  sf_button_set_label (GTK_WIDGET (button), _ ("Deleted"));
}

static GtkWidget *
create_delete (SfContext *context, const SfErasureTrouble *trouble)
{
  GtkWidget *button = sf_button_new (_ ("_Delete this backup"));

  gtk_widget_add_css_class (button, "destructive-action");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "sf-path", g_strdup (trouble->path), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_delete_cb), context, 0);
  return button;
}

static void
append_troubles (SfContext *context, GtkWidget *box, GPtrArray *troubles)
{
  GtkWidget *rows;

  if (troubles->len == 0)
    return;
  rows = sf_part_rows (_ ("Not erased yet"));
  gtk_box_append (GTK_BOX (box), sf_part_heading (_ ("Not erased yet")));
  gtk_box_append (GTK_BOX (box),
                  sf_part_label (_ ("It may still be in these. It is tried again at the next "
                                    "opening; or delete a backup that cannot be mended."),
                                 NULL));
  for (guint i = 0; i < troubles->len; i++)
    {
      SfErasureTrouble *trouble = troubles->pdata[i];
      gboolean is_backup = g_str_has_suffix (trouble->path, SF_WORKBOOK_SUFFIX);

      gtk_list_box_append (GTK_LIST_BOX (rows),
                           sf_part_row (trouble->path, trouble->why,
                                        is_backup ? create_delete (context, trouble) : NULL));
    }
  gtk_box_append (GTK_BOX (box), rows);
}

/* --- all of it ----------------------------------------------------------------------------------
 */

static void
append_line (GtkWidget *box, char *text)
{
  gtk_box_append (GTK_BOX (box), sf_part_label (text, NULL));
  g_free (text);
}

GtkWidget *
sf_erase_report_new (SfContext *context, const SfErasureReport *report)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const SfErasurePlan *plan = &report->plan;

  gtk_box_append (GTK_BOX (box), sf_part_heading (_ ("Erased")));
  append_line (box, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u piece of evidence",
                                                  "%u pieces of evidence", plan->evidence),
                                     plan->evidence));
  if (plan->files > 0)
    append_line (box,
                 g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u file", "%u files", plan->files),
                                  plan->files));
  if (report->backups > 0)
    append_line (box, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u backup was rewritten",
                                                    "%u backups were rewritten", report->backups),
                                       report->backups));
  if (plan->kept > 0)
    append_line (
        box, g_strdup_printf (
                 g_dngettext (GETTEXT_PACKAGE,
                              "The contents of %u file stay, because other evidence has the same.",
                              "The contents of %u files stay, because other evidence has the same.",
                              plan->kept),
                 plan->kept));
  append_troubles (context, box, report->troubles);
  if (report->departures->len > 0)
    gtk_box_append (GTK_BOX (box), sf_erase_report_new_departures (report->departures));
  return box;
}

/* --- of what was gone on with -------------------------------------------------------------------
 */

typedef struct
{
  GtkWidget *parent; /* weak */
  GtkWidget *report;
} Offer;

static void
offer_free (gpointer data)
{
  Offer *offer = data;

  g_clear_weak_pointer (&offer->parent);
  g_object_unref (offer->report);
  g_free (offer);
}

static void
show_offered (gpointer data)
{
  Offer *offer = data;
  GtkWidget *window, *box;

  if (offer->parent == NULL || gtk_widget_get_parent (offer->report) != NULL)
    return;
  window = adw_window_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Erased evidence"));
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 480);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (offer->parent));
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), sf_part_scrolled (offer->report, 560));
  adw_window_set_content (ADW_WINDOW (window), box);
  sf_part_close_by_escape (window);
  gtk_window_present (GTK_WINDOW (window));
}

void
sf_erase_report_offer (SfContext *context, GtkWidget *window, const SfErasureReport *report)
{
  Offer *offer = g_new0 (Offer, 1);
  const char *text = report->troubles->len > 0
                         ? _ ("Erased evidence may still be in a backup that could not be cleaned.")
                         : _ ("Erasing evidence, which had been interrupted, is finished.");

  g_set_weak_pointer (&offer->parent, window);
  offer->report = g_object_ref_sink (sf_erase_report_new (context, report));
  sf_context_offer (context, text, _ ("Show"), FALSE, show_offered, offer, offer_free);
}
