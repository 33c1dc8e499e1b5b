/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-date.h"
#include "ui/sf-field-private.h"
#include "ui/sf-menu-button.h"

#include <glib/gi18n-lib.h>

static void
on_day_selected_cb (GtkCalendar *calendar, SfField *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);
  g_autofree char *iso = g_date_time_format (day, "%Y-%m-%d");
  g_autofree char *text = sf_date_format (iso);
  GtkWidget *entry = sf_field_get_control (self);
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (calendar), GTK_TYPE_POPOVER);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  sf_field_commit (self);
  gtk_popover_popdown (GTK_POPOVER (popover));
  gtk_widget_grab_focus (entry);
}

/* The calendar opens on the date in the entry. Choosing a month there is not choosing a day, so
 * the day is only taken when one is clicked. */
static void
on_popover_show_cb (GtkWidget *popover, SfField *self)
{
  GtkWidget *calendar = gtk_popover_get_child (GTK_POPOVER (popover));
  g_autofree char *text = sf_field_dup_text (self);
  g_autofree char *iso = sf_date_parse (text, NULL);
  g_autoptr (GDateTime) day = NULL;
  int year, month, date;

  if (iso == NULL || sscanf (iso, "%4d-%2d-%2d", &year, &month, &date) != 3)
    return;
  day = g_date_time_new_local (year, month, date, 12, 0, 0);
  g_signal_handlers_block_by_func (calendar, on_day_selected_cb, self);
  gtk_calendar_select_day (GTK_CALENDAR (calendar), day);
  g_signal_handlers_unblock_by_func (calendar, on_day_selected_cb, self);
}

/* A calendar is fifty labels: it is made when one is asked for. */
static void
make_calendar (GtkMenuButton *button, gpointer field)
{
  GtkWidget *popover, *calendar;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  popover = gtk_popover_new ();
  calendar = gtk_calendar_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_popover (button, popover);
  g_signal_connect_object (popover, "show", G_CALLBACK (on_popover_show_cb), field, 0);
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (on_day_selected_cb), field, 0);
}

static GtkWidget *
make_calendar_button (const char *label)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autofree char *plain = NULL, *name = NULL;

  pango_parse_markup (label, -1, '_', NULL, &plain, NULL, NULL);
  name = g_strdup_printf (_ ("Choose from a calendar: %s"), plain != NULL ? plain : label);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Choose from a calendar"));
  sf_menu_button_set_name (button, name);
  return button;
}

/**
 * sf_field_date_new:
 * @column: a DATE column
 *
 * Returns: (transfer floating): a field for a date
 */
GtkWidget *
sf_field_date_new (SfContext *context, guint column, const char *label)
{
  static const SfBindingControl type = {
    .dup_text = sf_field_entry_dup_text,
    .set_text = sf_field_entry_set_text,
    .parse = sf_date_parse,
    .format = sf_date_format,
  };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *entry = sf_field_entry_new ();
  GtkWidget *button = make_calendar_button (label);
  GtkWidget *field;

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 12);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 16);
  gtk_widget_add_css_class (row, "linked");
  gtk_widget_set_halign (row, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row), entry);
  gtk_box_append (GTK_BOX (row), button);
  field = sf_field_new (context, column, label, row, entry, &type);
  sf_field_set_placeholder (SF_FIELD (field), _ ("Day month year"));
  sf_field_connect_entry (SF_FIELD (field), entry);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_calendar, field, NULL);
  return field;
}
