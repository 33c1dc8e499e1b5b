/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-target-milestones.h"

#include "base/sf-date.h"
#include "ui/sf-add-button.h"
#include "ui/sf-field-set.h"
#include "ui/sf-parts.h"
#include "ui/sf-string.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>

static const SfFieldItem items[] = {
  { SF_FIELD_LINE, SF_MILESTONE_TITLE, N_ ("Mi_lestone") },
  { SF_FIELD_DATE, SF_MILESTONE_DUE_ON, N_ ("By _when") },
  { SF_FIELD_DATE, SF_MILESTONE_REACHED_ON, N_ ("Reached _on"), TRUE },
};

struct _SfTargetMilestones
{
  GtkBox parent_instance;

  SfContext *context;
  SfTarget *target;
  SfMilestone *chosen; /* whose fields are open; NULL mostly */
  SfUuid awaited;      /* was just added: opens as soon as it is there */
  gboolean waiting;
  GtkWidget *rows;
  GtkWidget *none;
  GtkWidget *add;
  GtkWidget *fields;
  char *shown;
};

G_DEFINE_FINAL_TYPE (SfTargetMilestones, sf_target_milestones, GTK_TYPE_BOX)

static const char *
get_today (SfTargetMilestones *self)
{
  return sf_context_get_today (self->context);
}

/* --- what happens -------------------------------------------------------------------------- */

static void
choose (SfTargetMilestones *self, SfMilestone *milestone)
{
  g_set_object (&self->chosen, milestone);
  sf_field_set_show (SF_FIELD_SET (self->fields), milestone);
  gtk_widget_set_visible (self->fields, milestone != NULL);
}

static void
on_row_activated_cb (GtkListBox *rows, GtkListBoxRow *row, SfTargetMilestones *self)
{
  SfMilestone *milestone = g_object_get_data (G_OBJECT (row), "sf-milestone");

  choose (self, milestone != self->chosen ? milestone : NULL);
  if (self->chosen != NULL)
    gtk_widget_child_focus (self->fields, GTK_DIR_TAB_FORWARD);
}

static void
on_toggled_cb (GtkCheckButton *check, SfTargetMilestones *self)
{
  SfMilestone *milestone = g_object_get_data (G_OBJECT (check), "sf-milestone");
  const char *reached = gtk_check_button_get_active (check) ? get_today (self) : NULL;
  GError *error = NULL;
  gboolean ok = sf_workbook_reach_milestone (sf_context_get_workbook (self->context), milestone,
                                             reached, &error);

  sf_context_check (self->context, ok, error);
}

static void
on_remove_clicked_cb (GtkWidget *button, SfTargetMilestones *self)
{
  SfMilestone *milestone = g_object_get_data (G_OBJECT (button), "sf-milestone");
  GError *error = NULL;
  gboolean ok
      = sf_workbook_remove_milestone (sf_context_get_workbook (self->context), milestone, &error);

  if (sf_context_check (self->context, ok, error))
    sf_context_say (self->context, _ ("The milestone was removed."), TRUE);
}

static gboolean
add_milestone (const char *title, gpointer data)
{
  SfTargetMilestones *self = data;
  GError *error = NULL;
  gboolean ok = sf_workbook_add_milestone (sf_context_get_workbook (self->context), self->target,
                                           title, NULL, &self->awaited, &error);

  self->waiting = sf_context_check (self->context, ok, error);
  return self->waiting;
}

/* --- what it shows ------------------------------------------------------------------------- */

/* "By 31 January 2027", "By 30 September 2026: late", "Reached on 28 September 2026" */
static char *
describe_when (SfTargetMilestones *self, SfMilestone *milestone)
{
  const char *due = sf_milestone_get_due_on (milestone);
  const char *reached = sf_milestone_get_reached_on (milestone);
  g_autofree char *on = NULL;

  if (reached != NULL)
    {
      on = sf_date_format (reached);
      return g_strdup_printf (_ ("Reached on %s"), on);
    }
  if (due == NULL)
    return g_strdup (_ ("No date yet"));
  on = sf_date_format (due);
  return g_strdup_printf (g_strcmp0 (due, get_today (self)) < 0 ? _ ("By %s: late") : _ ("By %s"),
                          on);
}

static void
keep_milestone (GtkWidget *widget, SfMilestone *milestone)
{
  g_object_set_data_full (G_OBJECT (widget), "sf-milestone", g_object_ref (milestone),
                          g_object_unref);
}

static GtkWidget *
create_row (SfTargetMilestones *self, SfMilestone *milestone)
{
  const char *title = sf_milestone_get_title (milestone);
  gboolean can_edit = sf_context_can_edit (self->context);
  g_autofree char *when = describe_when (self, milestone);
  g_autofree char *reached = g_strdup_printf (_ ("Reached: %s"), title);
  g_autofree char *away = g_strdup_printf (_ ("Remove the milestone: %s"), title);
  GtkWidget *end = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *remove = sf_part_icon_button ("user-trash-symbolic", away);
  GtkWidget *row;

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               sf_milestone_get_reached_on (milestone) != NULL);
  gtk_widget_set_tooltip_text (check, _ ("Reached"));
  sf_part_set_name (check, reached);
  keep_milestone (check, milestone);
  keep_milestone (remove, milestone);
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled_cb), self);
  g_signal_connect (remove, "clicked", G_CALLBACK (on_remove_clicked_cb), self);
  gtk_widget_set_sensitive (check, can_edit);
  gtk_widget_set_sensitive (remove, can_edit);
  gtk_box_append (GTK_BOX (end), check);
  gtk_box_append (GTK_BOX (end), remove);
  row = sf_part_row (title, when, end);
  keep_milestone (row, milestone);
  g_object_set_data (G_OBJECT (row), "sf-check", check);
  return row;
}

/* All that the rows say, so that they are made anew only if they say something else. */
static char *
dup_state (SfTargetMilestones *self, GPtrArray *milestones)
{
  GString *state = g_string_new (sf_context_can_edit (self->context) ? "1" : "0");

  for (guint i = 0; i < milestones->len; i++)
    {
      g_autofree char *when = describe_when (self, milestones->pdata[i]);

      g_string_append_printf (state, "\n%p %s\t%s", milestones->pdata[i],
                              sf_milestone_get_title (milestones->pdata[i]), when);
    }
  return g_string_free (state, FALSE);
}

/* Where the focus is, for the row that takes the place of one that is made anew: -1 for none. */
static int
find_focus (SfTargetMilestones *self, gboolean *on_check)
{
  GtkWidget *row = gtk_widget_get_focus_child (self->rows);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  *on_check = root != NULL && GTK_IS_CHECK_BUTTON (gtk_root_get_focus (root));
  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

static void
restore_focus (SfTargetMilestones *self, int index, gboolean on_check)
{
  GtkListBoxRow *row
      = index >= 0 ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rows), index) : NULL;

  if (row != NULL)
    gtk_widget_grab_focus (on_check ? g_object_get_data (G_OBJECT (row), "sf-check")
                                    : GTK_WIDGET (row));
  else if (index >= 0)
    gtk_widget_grab_focus (self->add);
}

static void
update_rows (SfTargetMilestones *self, GPtrArray *milestones)
{
  g_autofree char *state = dup_state (self, milestones);
  gboolean on_check;
  int focus = find_focus (self, &on_check);

  if (!sf_string_set (&self->shown, state))
    return;
  sf_part_clear (self->rows);
  for (guint i = 0; i < milestones->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->rows), create_row (self, milestones->pdata[i]));
  gtk_widget_set_visible (self->rows, milestones->len > 0);
  gtk_widget_set_visible (self->none, milestones->len == 0);
  restore_focus (self, focus, on_check);
}

/* What was just added opens, for it has no date yet. */
static void
open_awaited (SfTargetMilestones *self, GPtrArray *milestones)
{
  for (guint i = 0; self->waiting && i < milestones->len; i++)
    if (sf_uuid_equal (sf_record_get_uuid (milestones->pdata[i]), &self->awaited))
      {
        self->waiting = FALSE;
        choose (self, milestones->pdata[i]);
        gtk_widget_grab_focus (
            GTK_WIDGET (sf_field_set_get_field (SF_FIELD_SET (self->fields), SF_MILESTONE_DUE_ON)));
      }
}

void
sf_target_milestones_show (SfTargetMilestones *self, SfTarget *target)
{
  g_autoptr (GPtrArray) milestones = NULL;

  g_return_if_fail (SF_IS_TARGET_MILESTONES (self));

  if (g_set_object (&self->target, target))
    {
      self->waiting = FALSE;
      choose (self, NULL);
    }
  if (target == NULL)
    return;
  milestones = sf_model_list_milestones (sf_context_get_model (self->context), target);
  if (self->chosen != NULL && !g_ptr_array_find (milestones, self->chosen, NULL))
    choose (self, NULL);
  update_rows (self, milestones);
  open_awaited (self, milestones);
  gtk_widget_set_sensitive (self->add, sf_context_can_edit (self->context));
}

/* --- the object ---------------------------------------------------------------------------- */

static void
sf_target_milestones_dispose (GObject *object)
{
  SfTargetMilestones *self = SF_TARGET_MILESTONES (object);

  g_clear_object (&self->chosen);
  g_clear_object (&self->target);
  g_clear_object (&self->context);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (sf_target_milestones_parent_class)->dispose (object);
}

static void
sf_target_milestones_class_init (SfTargetMilestonesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_target_milestones_dispose;
}

static void
sf_target_milestones_init (SfTargetMilestones *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
sf_target_milestones_new (SfContext *context)
{
  SfTargetMilestones *self;
  GtkWidget *card = sf_part_card (_ ("Milestones"), NULL);

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_TARGET_MILESTONES, NULL);
  self->context = g_object_ref (context);
  self->rows = sf_part_rows (_ ("Milestones"));
  g_signal_connect (self->rows, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  self->none
      = sf_part_label (_ ("Where nothing can be counted, name the parts of the way instead."),
                       "sf-nothing");
  gtk_widget_add_css_class (self->none, "dim-label");
  self->fields = sf_field_set_new (context, items, G_N_ELEMENTS (items));
  gtk_widget_add_css_class (self->fields, "sf-card-form");
  gtk_widget_set_visible (self->fields, FALSE);
  self->add = sf_add_button_new (_ ("Add a _milestone"), "list-add-symbolic",
                                 _ ("What will have been done?"), add_milestone, self);
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_add_css_class (self->add, "sf-card-action");
  gtk_box_append (GTK_BOX (card), self->rows);
  gtk_box_append (GTK_BOX (card), self->none);
  gtk_box_append (GTK_BOX (card), self->fields);
  gtk_box_append (GTK_BOX (card), self->add);
  gtk_box_append (GTK_BOX (self), card);
  return GTK_WIDGET (self);
}
