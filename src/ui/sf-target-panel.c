/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-target-panel.h"

#include "base/sf-text.h"
#include "model/sf-target-status.h"
#include "ui/sf-chip.h"
#include "ui/sf-line.h"
#include "ui/sf-parts.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>

struct _SfTargetPanel
{
  AdwBin parent_instance;

  GtkWidget *rows;
  GtkWidget *add_box;
  GtkWidget *set;
  GtkWidget *entry_box;
  GtkWidget *entry;
  GtkWidget *add;
  GtkWidget *cancel;

  SfContext *context;
  SfStatement *statement;
};

G_DEFINE_FINAL_TYPE (SfTargetPanel, sf_target_panel, ADW_TYPE_BIN)

static void
show_entry (SfTargetPanel *self, gboolean shown)
{
  gtk_widget_set_visible (self->entry_box, shown);
  gtk_widget_set_visible (self->set, !shown);
}

static void
on_set_cb (GtkButton *button, SfTargetPanel *self)
{
  show_entry (self, TRUE);
  gtk_widget_grab_focus (self->entry);
}

static void
close_entry (SfTargetPanel *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  show_entry (self, FALSE);
  gtk_widget_grab_focus (self->set);
}

static void
on_cancel_cb (GtkButton *button, SfTargetPanel *self)
{
  close_entry (self);
}

static void
on_add_cb (GtkWidget *widget, SfTargetPanel *self)
{
  g_autofree char *title = sf_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  GError *error = NULL;
  gboolean done;

  if (title == NULL)
    {
      gtk_widget_grab_focus (self->entry);
      return;
    }
  done = sf_workbook_add_target (sf_context_get_workbook (self->context),
                                 sf_context_get_evaluation (self->context),
                                 sf_statement_get_code (self->statement), title, NULL, &error);
  if (!sf_context_check (self->context, done, error))
    return;
  close_entry (self);
  sf_context_say (self->context,
                  _ ("The target was set. On the Targets page it gets its measure and its date."),
                  TRUE);
}

static void
on_row_clicked_cb (GtkButton *button, SfTargetPanel *self)
{
  const char *uuid = g_object_get_data (G_OBJECT (button), "uuid");

  sf_context_go (self->context, "targets", uuid);
}

/* --- what it shows ------------------------------------------------------------------------------
 */

static void
set_uuid (GtkWidget *button, const char *uuid)
{
  g_object_set_data_full (G_OBJECT (button), "uuid", g_strdup (uuid), g_free);
  gtk_widget_set_visible (button, uuid != NULL);
}

/* A row of nothing yet. */
static GtkWidget *
make_row (SfTargetPanel *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *title = sf_part_label ("", "sf-row-title");
  GtkWidget *position = sf_part_label ("", "sf-row-subtitle");
  GtkWidget *chip = sf_chip_new ();

  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), position);
  gtk_box_append (GTK_BOX (box), chip);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "panel-row");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_row_clicked_cb), self, 0);
  return button;
}

static char *
dup_position (SfTargetPanel *self, SfTarget *target)
{
  const char *today = sf_context_get_today (self->context);
  g_autofree char *aim = sf_target_to_text (target);
  g_autofree char *reading
      = sf_target_reading_to_text (sf_context_get_model (self->context), target, today);

  if (reading == NULL)
    return g_steal_pointer (&aim);
  return *aim != '\0' ? g_strdup_printf (_ ("%s · now %s"), aim, reading)
                      : g_steal_pointer (&reading);
}

static void
show_row (SfTargetPanel *self, GtkWidget *button, SfTarget *target)
{
  GtkWidget *title = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (button)));
  GtkWidget *position = gtk_widget_get_next_sibling (title);
  GtkWidget *chip = gtk_widget_get_next_sibling (position);
  const char *today = sf_context_get_today (self->context);
  g_autofree char *text = dup_position (self, target), *name = NULL;

  sf_part_set_text (title, sf_target_get_title (target));
  sf_part_set_text (position, text);
  gtk_widget_set_visible (position, *text != '\0');
  sf_chip_set_status (SF_CHIP (chip),
                      sf_target_get_status (sf_context_get_model (self->context), target, today));
  name = g_strdup_printf ("%s, %s, %s", sf_target_get_title (target), text,
                          sf_chip_get_text (SF_CHIP (chip)));
  sf_part_set_name (button, name);
}

/* uuid: (nullable): of nothing */
static GtkWidget *
find_row (SfTargetPanel *self, const char *uuid)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "uuid"), uuid) == 0)
      return row;
  return NULL;
}

static GPtrArray *
list_targets (SfTargetPanel *self)
{
  SfModel *model = sf_context_get_model (self->context);
  GPtrArray *targets = sf_model_list_targets (model, sf_context_get_evaluation (self->context),
                                              sf_statement_get_code (self->statement));

  for (guint i = targets->len; i > 0; i--)
    if (!sf_target_matches (model, targets->pdata[i - 1], SF_TARGETS_ALL, NULL,
                            sf_context_get_today (self->context)))
      g_ptr_array_remove_index (targets, i - 1);
  return targets;
}

/* The rows of targets that are not shown here are kept for others, as the evidence's are. */
static void
let_go_of_rest (SfTargetPanel *self, GPtrArray *targets)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      const char *uuid = g_object_get_data (G_OBJECT (row), "uuid");
      gboolean shown = FALSE;

      for (guint i = 0; i < targets->len && !shown; i++)
        {
          g_autofree char *own = sf_uuid_to_string (sf_record_get_uuid (targets->pdata[i]));
          shown = g_strcmp0 (own, uuid) == 0;
        }
      if (uuid == NULL || shown)
        continue;
      if (gtk_widget_get_focus_child (self->rows) == row)
        gtk_widget_grab_focus (self->set);
      set_uuid (row, NULL);
    }
}

static GtkWidget *
ensure_row (SfTargetPanel *self, SfTarget *target)
{
  g_autofree char *uuid = sf_uuid_to_string (sf_record_get_uuid (SF_RECORD (target)));
  GtkWidget *row = find_row (self, uuid);

  if (row == NULL)
    row = find_row (self, NULL);
  if (row == NULL)
    {
      row = make_row (self);
      gtk_box_append (GTK_BOX (self->rows), row);
    }
  set_uuid (row, uuid);
  return row;
}

void
sf_target_panel_refresh (SfTargetPanel *self)
{
  g_autoptr (GPtrArray) targets = NULL;
  GtkWidget *previous = NULL;

  g_return_if_fail (SF_IS_TARGET_PANEL (self));

  if (self->statement == NULL)
    return;
  targets = list_targets (self);
  let_go_of_rest (self, targets);
  for (guint i = 0; i < targets->len; i++)
    {
      GtkWidget *row = ensure_row (self, targets->pdata[i]);

      show_row (self, row, targets->pdata[i]);
      if (gtk_widget_get_prev_sibling (row) != previous)
        gtk_box_reorder_child_after (GTK_BOX (self->rows), row, previous);
      previous = row;
    }
  gtk_widget_set_sensitive (self->add_box, sf_context_can_edit (self->context));
}

void
sf_target_panel_show (SfTargetPanel *self, SfStatement *statement)
{
  g_return_if_fail (SF_IS_TARGET_PANEL (self));

  if (self->statement != statement)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      show_entry (self, FALSE);
    }
  self->statement = statement;
  /* a person's aims do not belong among the centre's targets */
  gtk_widget_set_visible (GTK_WIDGET (self),
                          sf_statement_get_subject (statement) != SF_SUBJECT_HEAD);
  sf_target_panel_refresh (self);
}

/* --- the object ---------------------------------------------------------------------------------
 */

static void
sf_target_panel_dispose (GObject *object)
{
  SfTargetPanel *self = SF_TARGET_PANEL (object);

  g_clear_object (&self->context);
  /* AdwBin lets its child go; the template must not do so once more */
  adw_bin_set_child (ADW_BIN (self), NULL);
  G_OBJECT_CLASS (sf_target_panel_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, SfTargetPanel, name)

static void
sf_target_panel_class_init (SfTargetPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sf_target_panel_dispose;
  g_type_ensure (SF_TYPE_LINE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sixfold_app/Sixfold/ui/sf-target-panel.ui");
  BIND (rows);
  BIND (add_box);
  BIND (set);
  BIND (entry_box);
  BIND (entry);
  BIND (add);
  BIND (cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_set_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_add_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_cb);
}

static void
sf_target_panel_init (SfTargetPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  sf_part_set_name (self->entry, _ ("What will be reached?"));
}

GtkWidget *
sf_target_panel_new (SfContext *context)
{
  SfTargetPanel *self = g_object_new (SF_TYPE_TARGET_PANEL, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}
