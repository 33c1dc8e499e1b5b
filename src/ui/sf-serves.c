/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-serves.h"

#include "model/sf-plan.h"
#include "ui/sf-parts.h"
#include "ui/sf-statement-chooser.h"
#include "ui/sf-string.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>

struct _SfServes
{
  GtkBox parent_instance;

  SfContext *context;
  gboolean of_actions;
  SfRecord *record; /* an SfAction or an SfTarget */
  GtkWidget *rows;
  GtkWidget *none;
  GtkWidget *add_statement;
  GtkWidget *add_target;
  char *shown;
};

G_DEFINE_FINAL_TYPE (SfServes, sf_serves, GTK_TYPE_BOX)

/* One of the four in a row: what is led to. */
typedef struct
{
  SfJudgement *judgement;
  SfStatement *statement;
  SfTarget *target;
  SfMeasure *measure;
} Served;

/* (nullable): NULL where a target is shown */
static SfAction *
get_action (SfServes *self)
{
  return self->of_actions ? SF_ACTION (self->record) : NULL;
}

static GPtrArray *
list_statements (SfServes *self)
{
  SfModel *model = sf_context_get_model (self->context);

  return self->of_actions ? sf_plan_list_statements (model, SF_ACTION (self->record))
                          : sf_target_list_statements (model, SF_TARGET (self->record));
}

static gboolean
may_change (SfServes *self)
{
  return !sf_workbook_get_read_only (sf_context_get_workbook (self->context))
         && !sf_context_is_closed (self->context, self->record);
}

static SfWorkbook *
get_workbook (SfServes *self)
{
  return sf_context_get_workbook (self->context);
}

/* --- changing it ----------------------------------------------------------------------------- */

/* The codes that it has, @without one of them (nullable) and @with one more (nullable). */
static GStrv
make_codes (SfServes *self, const char *without, const char *with)
{
  g_autoptr (GPtrArray) statements = list_statements (self);
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  for (guint i = 0; i < statements->len; i++)
    if (g_strcmp0 (sf_statement_get_code (statements->pdata[i]), without) != 0)
      g_strv_builder_add (codes, sf_statement_get_code (statements->pdata[i]));
  if (with != NULL)
    g_strv_builder_add (codes, with);
  return g_strv_builder_end (codes);
}

static gboolean
set_codes (SfServes *self, const char *without, const char *with)
{
  g_auto (GStrv) codes = make_codes (self, without, with);
  GError *error = NULL;
  gboolean ok
      = self->of_actions
            ? sf_workbook_set_action_statements (get_workbook (self), SF_ACTION (self->record),
                                                 (const char *const *)codes, &error)
            : sf_workbook_set_target_statements (get_workbook (self), SF_TARGET (self->record),
                                                 (const char *const *)codes, &error);

  return sf_context_check (self->context, ok, error);
}

static gboolean
unlink_target (SfServes *self, SfTarget *target)
{
  g_autoptr (GPtrArray) links
      = sf_model_list_referring (sf_context_get_model (self->context), SF_TYPE_ACTION_TARGET,
                                 SF_ACTION_TARGET_ACTION, self->record);
  GError *error = NULL;
  gboolean ok = TRUE;

  for (guint i = 0; i < links->len && ok; i++)
    if (sf_record_refers_to (links->pdata[i], SF_ACTION_TARGET_TARGET, target))
      ok = sf_workbook_unlink_action_target (get_workbook (self), links->pdata[i], &error);
  return sf_context_check (self->context, ok, error);
}

static void
on_remove_cb (GtkWidget *button, SfServes *self)
{
  Served *served = g_object_get_data (G_OBJECT (button), "sf-served");
  gboolean done = served->target != NULL
                      ? unlink_target (self, served->target)
                      : set_codes (self, sf_statement_get_code (served->statement), NULL);

  if (done)
    sf_context_say (self->context,
                    self->of_actions ? _ ("The action no longer serves it.")
                                     : _ ("The target no longer serves it."),
                    TRUE);
}

static void
on_statement_chosen_cb (SfChooser *chooser, const char *code, SfServes *self)
{
  if (self->record != NULL && code != NULL)
    set_codes (self, NULL, code);
}

static void
on_target_chosen_cb (SfChooser *chooser, const char *key, SfServes *self)
{
  SfUuid uuid;
  SfTarget *target = key != NULL && sf_uuid_parse (key, &uuid)
                         ? sf_model_find (sf_context_get_model (self->context), &uuid)
                         : NULL;
  GError *error = NULL;
  gboolean ok;

  if (self->record == NULL || target == NULL)
    return;
  ok = sf_workbook_link_action_target (get_workbook (self), get_action (self), target, NULL,
                                       &error);
  sf_context_check (self->context, ok, error);
}

static void
fill_targets (SfChooser *chooser, gpointer data)
{
  SfServes *self = data;
  SfModel *model = sf_context_get_model (self->context);
  const char *today = sf_context_get_today (self->context);
  g_autoptr (GPtrArray) targets
      = sf_model_list_targets (model, sf_context_get_evaluation (self->context), NULL);
  g_autoptr (GPtrArray) served = sf_plan_list_targets (model, get_action (self));

  sf_chooser_clear (chooser);
  for (guint i = 0; i < targets->len; i++)
    {
      SfTarget *target = targets->pdata[i];
      g_autofree char *key = sf_uuid_to_string (sf_record_get_uuid (SF_RECORD (target)));

      if (sf_target_matches (model, target, SF_TARGETS_ALL, NULL, today)
          && !g_ptr_array_find (served, target, NULL))
        sf_chooser_append (chooser, key, sf_target_get_title (target),
                           sf_target_status_get_label (sf_target_get_status (model, target, today)),
                           NULL, sf_target_get_title (target));
    }
}

/* --- what it shows -----------------------------------------------------------------------------
 */

static void
on_row_activated_cb (GtkListBox *rows, GtkListBoxRow *row, SfServes *self)
{
  Served *served = g_object_get_data (G_OBJECT (row), "sf-served");
  g_autofree char *page = NULL;

  if (served->judgement != NULL)
    sf_context_go_record (self->context, SF_RECORD (served->judgement));
  else if (served->target != NULL)
    sf_context_go_record (self->context, SF_RECORD (served->target));
  else if (served->measure != NULL)
    sf_context_go_record (self->context, SF_RECORD (served->measure));
  else
    {
      page = g_strconcat ("area:", sf_key_area_get_code (sf_statement_get_area (served->statement)),
                          NULL);
      sf_context_go (self->context, page, sf_statement_get_code (served->statement));
    }
}

static void
append_row (SfServes *self, const char *title, const char *subtitle, const Served *served)
{
  GtkWidget *remove = NULL, *row;

  if (served->statement != NULL || served->target != NULL)
    {
      g_autofree char *name = g_strdup_printf (_ ("No longer serves: %s"), title);

      remove = sf_part_icon_button ("list-remove-symbolic", name);
      g_object_set_data_full (G_OBJECT (remove), "sf-served", g_memdup2 (served, sizeof *served),
                              g_free);
      gtk_widget_set_sensitive (remove, may_change (self));
      g_signal_connect (remove, "clicked", G_CALLBACK (on_remove_cb), self);
    }
  row = sf_part_row (title, subtitle, remove);
  g_object_set_data_full (G_OBJECT (row), "sf-served", g_memdup2 (served, sizeof *served), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->rows), row);
}

static void
append_judgement (SfServes *self, SfModel *model)
{
  SfJudgement *judgement = sf_model_find (model, sf_action_get_judgement (get_action (self)));
  const char *words = sf_action_get_improvement (get_action (self));
  g_autofree char *from = NULL;

  if (judgement == NULL || words == NULL)
    return;
  from = g_strdup_printf (_ ("Drafted from what to improve in %s"),
                          sf_judgement_get_statement_code (judgement));
  append_row (self, words, from, &(Served){ .judgement = judgement });
}

/* (nullable): what of the outcome data a target is about */
static SfMeasure *
find_measure (SfServes *self, SfModel *model)
{
  return self->of_actions
             ? NULL
             : sf_model_find (model, sf_target_get_outcome_measure (SF_TARGET (self->record)));
}

static char *
tell_group (SfServes *self, SfModel *model)
{
  SfFamilyGroup *group
      = sf_model_find (model, sf_target_get_family_group (SF_TARGET (self->record)));

  /* Translators: a group of families */
  return g_strdup_printf (_ ("Outcome data · %s"),
                          group != NULL ? sf_family_group_get_title (group) : _ ("All families"));
}

/* It is tied and untied in the form. */
static void
append_measure (SfServes *self, SfModel *model)
{
  SfMeasure *measure = find_measure (self, model);
  g_autofree char *group = measure != NULL ? tell_group (self, model) : NULL;

  if (measure != NULL)
    append_row (self, sf_measure_get_title (measure), group, &(Served){ .measure = measure });
}

static void
append_rows (SfServes *self, SfModel *model, GPtrArray *statements, GPtrArray *targets)
{
  const char *today = sf_context_get_today (self->context);

  if (self->of_actions)
    append_judgement (self, model);
  for (guint i = 0; i < statements->len; i++)
    {
      SfStatement *statement = statements->pdata[i];
      g_autofree char *place
          = g_strdup_printf (_ ("Statement %s · %s"), sf_statement_get_code (statement),
                             sf_key_area_get_title (sf_statement_get_area (statement)));

      append_row (self, sf_statement_get_title (statement), place,
                  &(Served){ .statement = statement });
    }
  for (guint i = 0; i < targets->len; i++)
    {
      SfTarget *target = targets->pdata[i];
      g_autofree char *status
          = g_strdup_printf (_ ("Target · %s"), sf_target_status_get_label (
                                                    sf_target_get_status (model, target, today)));

      append_row (self, sf_target_get_title (target), status, &(Served){ .target = target });
    }
  append_measure (self, model);
}

/* All that the rows say, so that they are made anew only if they say something else. */
static char *
dup_state (SfServes *self, SfModel *model, GPtrArray *statements, GPtrArray *targets)
{
  const char *words = self->of_actions ? sf_action_get_improvement (get_action (self)) : NULL;
  GString *state = g_string_new (NULL);
  SfMeasure *measure = find_measure (self, model);
  g_autofree char *group = measure != NULL ? tell_group (self, model) : NULL;

  g_string_append_printf (state, "%p %s", (void *)self->record, words != NULL ? words : "");
  if (measure != NULL)
    g_string_append_printf (state, "\n%p %s %s", (void *)measure, sf_measure_get_title (measure),
                            group);
  for (guint i = 0; i < statements->len; i++)
    g_string_append_printf (state, "\n%s", sf_statement_get_code (statements->pdata[i]));
  for (guint i = 0; i < targets->len; i++)
    g_string_append_printf (state, "\n%p %s %d", targets->pdata[i],
                            sf_target_get_title (targets->pdata[i]),
                            sf_target_get_status (model, targets->pdata[i],
                                                  sf_context_get_today (self->context)));
  return g_string_free (state, FALSE);
}

void
sf_serves_show (SfServes *self, gpointer record)
{
  SfModel *model;
  g_autoptr (GPtrArray) statements = NULL, targets = NULL;
  g_autofree char *state = NULL;
  gboolean had_focus, can_edit;

  g_return_if_fail (SF_IS_SERVES (self));

  g_set_object (&self->record, record);
  if (record == NULL)
    return;
  model = sf_context_get_model (self->context);
  can_edit = may_change (self);
  gtk_widget_set_sensitive (self->add_statement, can_edit);
  gtk_widget_set_sensitive (self->add_target, can_edit);
  statements = list_statements (self);
  targets = self->of_actions ? sf_plan_list_targets (model, get_action (self)) : g_ptr_array_new ();
  state = dup_state (self, model, statements, targets);
  if (!sf_string_set (&self->shown, state))
    return;
  had_focus = gtk_widget_get_focus_child (self->rows) != NULL;
  sf_part_clear (self->rows);
  append_rows (self, model, statements, targets);
  gtk_widget_set_visible (self->none, gtk_widget_get_first_child (self->rows) == NULL);
  gtk_widget_set_visible (self->rows, gtk_widget_get_first_child (self->rows) != NULL);
  if (had_focus)
    gtk_widget_child_focus (self->add_statement, GTK_DIR_TAB_FORWARD);
}

/* --- the object --------------------------------------------------------------------------------
 */

static void
sf_serves_dispose (GObject *object)
{
  SfServes *self = SF_SERVES (object);

  g_clear_object (&self->record);
  g_clear_object (&self->context);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (sf_serves_parent_class)->dispose (object);
}

static void
sf_serves_class_init (SfServesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_serves_dispose;
}

static void
sf_serves_init (SfServes *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

static void
build (SfServes *self)
{
  GtkWidget *card = sf_part_card (_ ("What it serves"), NULL);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->rows = sf_part_rows (_ ("What it serves"));
  self->none = sf_part_label (self->of_actions ? _ ("No statement and no target yet.")
                                               : _ ("No statement: the centre as a whole."),
                              "sf-nothing");
  gtk_widget_add_css_class (self->none, "dim-label");
  g_signal_connect (self->rows, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  self->add_statement
      = sf_statement_chooser_new (self->context, _ ("Add a _statement"), NULL, TRUE);
  self->add_target
      = sf_chooser_new (_ ("Add a _target"), _ ("Words of a target"), _ ("Targets"),
                        _ ("No other target has these words."), fill_targets, self, NULL);
  g_signal_connect (self->add_statement, "chosen", G_CALLBACK (on_statement_chosen_cb), self);
  g_signal_connect (self->add_target, "chosen", G_CALLBACK (on_target_chosen_cb), self);
  gtk_widget_add_css_class (buttons, "sf-card-action");
  gtk_box_append (GTK_BOX (buttons), self->add_statement);
  gtk_box_append (GTK_BOX (buttons), self->add_target);
  gtk_widget_set_visible (self->add_target, self->of_actions);
  gtk_box_append (GTK_BOX (card), self->rows);
  gtk_box_append (GTK_BOX (card), self->none);
  gtk_box_append (GTK_BOX (card), buttons);
  gtk_box_append (GTK_BOX (self), card);
}

GtkWidget *
sf_serves_new (SfContext *context, gboolean of_actions)
{
  SfServes *self;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_SERVES, NULL);
  self->context = g_object_ref (context);
  self->of_actions = of_actions;
  build (self);
  return GTK_WIDGET (self);
}
