/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-report-bar.h"

#include "exchange/sf-report-file.h"
#include "ui/sf-button.h"
#include "ui/sf-fold-box.h"
#include "ui/sf-menu-button.h"
#include "ui/sf-parts.h"

#include <glib/gi18n-lib.h>

struct _SfReportBar
{
  AdwBin parent_instance;

  GtkWidget *buttons;
  GtkWidget *export;
  GtkWidget *print;
};

G_DEFINE_FINAL_TYPE (SfReportBar, sf_report_bar, ADW_TYPE_BIN)

enum
{
  PRINT,
  SEND,
  EXPORT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_print_cb (SfReportBar *self)
{
  g_signal_emit (self, signals[PRINT], 0);
}

static void
on_send_cb (SfReportBar *self)
{
  g_signal_emit (self, signals[SEND], 0);
}

static void
on_export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SfReportFormat format;

  if (sf_report_format_find (g_variant_get_string (parameter, NULL), &format))
    g_signal_emit (widget, signals[EXPORT], 0, (guint)format);
}

void
sf_report_bar_set_sensitive (SfReportBar *self, gboolean sensitive)
{
  gtk_widget_set_sensitive (self->buttons, sensitive);
}

void
sf_report_bar_focus_print (SfReportBar *self)
{
  gtk_widget_grab_focus (self->print);
}

static void
sf_report_bar_class_init (SfReportBarClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "report.export", "s", on_export_cb);
  signals[PRINT]
      = g_signal_new ("print", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SEND]
      = g_signal_new ("send", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[EXPORT] = g_signal_new ("export", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
}

static GtkWidget *
create_export (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < SF_N_REPORT_FORMATS; i++)
    {
      SfReportFormat format = (SfReportFormat)i;
      g_autofree char *action
          = g_strdup_printf ("report.export::%s", sf_report_format_get_id (format));

      g_menu_append (menu, sf_report_format_get_name (format), action);
    }
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("_Export"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  sf_menu_button_set_name (button, _ ("Export"));
  return button;
}

static void
sf_report_bar_init (SfReportBar *self)
{
  GtkWidget *send = sf_button_new (_ ("S_end…"));

  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_halign (self->buttons, GTK_ALIGN_END);
  self->export = create_export ();
  self->print = sf_button_new (_ ("_Print…"));
  gtk_widget_add_css_class (self->print, "suggested-action");
  g_signal_connect_swapped (self->print, "clicked", G_CALLBACK (on_print_cb), self);
  g_signal_connect_swapped (send, "clicked", G_CALLBACK (on_send_cb), self);
  gtk_box_append (GTK_BOX (self->buttons), send);
  gtk_box_append (GTK_BOX (self->buttons), self->export);
  gtk_box_append (GTK_BOX (self->buttons), self->print);
}

GtkWidget *
sf_report_bar_new (GtkWidget *start)
{
  SfReportBar *self = g_object_new (SF_TYPE_REPORT_BAR, NULL);
  GtkWidget *line;

  gtk_widget_set_valign (start, GTK_ALIGN_CENTER);
  line = sf_fold_box_new (start, self->buttons, 20, 28, 12);
  gtk_widget_add_css_class (line, "sf-report-buttons");
  adw_bin_set_child (ADW_BIN (self), line);
  return GTK_WIDGET (self);
}
