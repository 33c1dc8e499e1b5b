/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-head-form.h"

#include "model/sf-performance-told.h"
#include "ui/sf-button.h"
#include "ui/sf-level-row.h"
#include "ui/sf-parts.h"
#include "ui/sf-said-field.h"
#include "ui/sf-said-side.h"
#include "ui/sf-unlock-box.h"

#include <glib/gi18n-lib.h>

/* The texts, in their order on the form; the reason why it does not apply stands last. */
static const SfJudgedField texts[] = { SF_JUDGED_STRENGTHS, SF_JUDGED_IMPROVEMENTS,
                                       SF_JUDGED_DIFFERENCE, SF_JUDGED_NOT_APPLICABLE };

struct _SfHeadForm
{
  GtkBox parent_instance;

  SfContext *context;
  SfPerformanceRecord *record;
  SfStatement *statement;

  GtkWidget *state;
  GtkWidget *unlock;
  GtkWidget *open; /* what is seen once it is unlocked */
  GtkWidget *lock;
  GtkWidget *levels;
  GtkWidget *fields[G_N_ELEMENTS (texts)];
  GtkWidget *views; /* what contributors say */
};

G_DEFINE_FINAL_TYPE (SfHeadForm, sf_head_form, GTK_TYPE_BOX)

static SfWorkbook *
workbook_of (SfHeadForm *self)
{
  return sf_context_get_workbook (self->context);
}

static const SfPerformance *
get_said (SfHeadForm *self)
{
  return self->record != NULL ? sf_workbook_get_performance (workbook_of (self), self->record, NULL)
                              : NULL;
}

/* --- writing -----------------------------------------------------------------------------------
 */

static gboolean
judge (SfHeadForm *self, SfJudgedField field, const char *text, GError **error)
{
  return sf_workbook_judge_head (workbook_of (self), self->record,
                                 sf_statement_get_code (self->statement), field, text, error);
}

static gboolean
write_field (SfSaidField *field, const char *text, gpointer data, GError **error)
{
  SfHeadForm *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (texts) && self->record != NULL; i++)
    if (self->fields[i] == GTK_WIDGET (field))
      return judge (self, texts[i], text, error);
  return TRUE;
}

static void
on_level_chosen_cb (SfLevelRow *row, gint64 level, SfHeadForm *self)
{
  g_autofree char *text
      = level != SF_NULL_INT ? g_strdup_printf ("%" G_GINT64_FORMAT, level) : NULL;
  GError *error = NULL;
  gboolean done = judge (self, SF_JUDGED_LEVEL, text, &error);

  if (sf_context_check (self->context, done, error))
    sf_level_row_set_level (row, level);
}

static void
commit (SfHeadForm *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    sf_said_field_commit (SF_SAID_FIELD (self->fields[i]));
}

static void
on_lock_cb (SfHeadForm *self)
{
  commit (self);
  sf_workbook_lock_performance (workbook_of (self), self->record);
  gtk_widget_grab_focus (self->unlock);
}

static void
on_unlocked_cb (SfHeadForm *self)
{
  if (gtk_widget_get_mapped (self->lock))
    gtk_widget_grab_focus (self->lock);
}

/* --- showing -----------------------------------------------------------------------------------
 */

static void
forget (SfHeadForm *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    sf_said_field_forget (SF_SAID_FIELD (self->fields[i]));
  sf_level_row_set_level (SF_LEVEL_ROW (self->levels), SF_NULL_INT);
  sf_part_set_text (self->views, NULL);
}

/* "Asha Rao: Developing", and beneath it what they wrote. */
static void
append_view (SfHeadForm *self, const SfPerformance *said, guint nth, GString *lines)
{
  const char *name = sf_performance_get_judged (said, nth, SF_JUDGED_NAME);

  g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n\n" : "",
                          name != NULL ? name : _ ("A contributor"));
  for (guint i = SF_JUDGED_LEVEL; i < SF_N_JUDGED_FIELDS; i++)
    {
      g_autofree char *text = sf_performance_judged_to_text (sf_context_get_model (self->context),
                                                             self->record, said, nth, i);

      if (text != NULL)
        g_string_append_printf (lines, "\n%s: %s", sf_judged_field_get_label (i), text);
    }
}

static void
show_views (SfHeadForm *self, const SfPerformance *said)
{
  const char *code = sf_statement_get_code (self->statement);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < sf_performance_get_n_judged (said); i++)
    if (sf_performance_get_judged (said, i, SF_JUDGED_CONTRIBUTOR) != NULL
        && g_str_equal (sf_performance_get_judged (said, i, SF_JUDGED_STATEMENT_CODE), code))
      append_view (self, said, i, lines);
  sf_part_set_text (self->views, lines->len > 0 ? lines->str : NULL);
  gtk_widget_set_visible (self->views, lines->len > 0);
}

static void
show_said (SfHeadForm *self, const SfPerformance *said)
{
  const char *code = sf_statement_get_code (self->statement);
  const char *level = sf_performance_get_own (said, code, SF_JUDGED_LEVEL);
  SfPerformanceOpener opener = sf_workbook_get_opener (workbook_of (self), self->record);
  g_autofree char *name = g_strdup_printf (_ ("Your practice, %s"), code);

  sf_level_row_set_scale (SF_LEVEL_ROW (self->levels), sf_statement_get_scale (self->statement));
  sf_level_row_set_label (SF_LEVEL_ROW (self->levels), name);
  sf_level_row_set_level (SF_LEVEL_ROW (self->levels),
                          level != NULL ? g_ascii_strtoll (level, NULL, 10) : SF_NULL_INT);
  gtk_widget_set_sensitive (self->levels,
                            sf_context_can_edit (self->context)
                                && sf_performance_may_write (opener, SF_PERFORMANCE_PERSONS));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    sf_said_side_show (SF_SAID_FIELD (self->fields[i]), self->context, self->record,
                       SF_PERFORMANCE_PERSONS, sf_performance_get_own (said, code, texts[i]), TRUE);
  show_views (self, said);
}

static void
show_state (SfHeadForm *self, gboolean open)
{
  g_autofree char *state = open ? sf_unlock_box_tell_open (self->context, self->record) : NULL;
  const char *locked = self->record != NULL
                           ? _ ("What is judged of you in this evaluation is locked. It opens with "
                                "your passphrase.")
                           : _ ("What is judged of the head in this evaluation is locked, and only "
                                "the head writes it.");

  sf_part_set_text (self->state, open ? state : locked);
  gtk_widget_set_visible (self->open, open);
  gtk_widget_set_visible (self->unlock, !open && self->record != NULL);
}

void
sf_head_form_show (SfHeadForm *self, SfPerformanceRecord *record, SfStatement *statement)
{
  const SfPerformance *said;

  g_return_if_fail (SF_IS_HEAD_FORM (self));

  if (self->record != NULL && (self->record != record || self->statement != statement))
    {
      commit (self);
      forget (self);
    }
  g_set_object (&self->record, record);
  self->statement = statement;
  sf_unlock_box_show (SF_UNLOCK_BOX (self->unlock), record);
  said = get_said (self);
  if (said != NULL)
    show_said (self, said);
  else
    forget (self);
  show_state (self, said != NULL);
}

/* --- places ------------------------------------------------------------------------------------
 */

SfEditorPlace
sf_head_form_get_place (SfHeadForm *self)
{
  g_return_val_if_fail (SF_IS_HEAD_FORM (self), SF_PLACE_NONE);

  for (guint i = 0; i < G_N_ELEMENTS (texts) - 1; i++)
    if (sf_part_has_focus (self->fields[i]))
      return SF_PLACE_STRENGTHS + i;
  return sf_part_has_focus (GTK_WIDGET (self)) ? SF_PLACE_LEVEL : SF_PLACE_NONE;
}

gboolean
sf_head_form_focus_place (SfHeadForm *self, SfEditorPlace place)
{
  g_return_val_if_fail (SF_IS_HEAD_FORM (self), FALSE);

  if (get_said (self) == NULL)
    return gtk_widget_grab_focus (self->unlock);
  if (place >= SF_PLACE_STRENGTHS)
    return gtk_widget_child_focus (self->fields[place - SF_PLACE_STRENGTHS], GTK_DIR_TAB_FORWARD);
  return sf_level_row_enter (SF_LEVEL_ROW (self->levels)) || gtk_widget_grab_focus (self->lock);
}

gboolean
sf_head_form_choose_level (SfHeadForm *self, guint nth)
{
  g_return_val_if_fail (SF_IS_HEAD_FORM (self), FALSE);

  return get_said (self) != NULL && sf_level_row_choose (SF_LEVEL_ROW (self->levels), nth);
}

/* --- building ----------------------------------------------------------------------------------
 */

static void
build_open (SfHeadForm *self)
{
  static const char *const labels[G_N_ELEMENTS (texts)]
      = { N_ ("What is strong"), N_ ("What to improve"),
          N_ ("What difference it made, above all for the most disadvantaged"),
          N_ ("Not applicable, because") };

  self->open = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->lock = sf_button_new (_ ("_Lock now"));
  self->levels = sf_level_row_new ();
  self->views = sf_part_label (NULL, NULL);
  gtk_widget_set_halign (self->lock, GTK_ALIGN_START);
  g_signal_connect_swapped (self->lock, "clicked", G_CALLBACK (on_lock_cb), self);
  g_signal_connect (self->levels, "level-chosen", G_CALLBACK (on_level_chosen_cb), self);
  gtk_box_append (GTK_BOX (self->open), self->lock);
  gtk_box_append (GTK_BOX (self->open), self->levels);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      self->fields[i] = sf_said_field_new (self->context, _ (labels[i]), SF_PERFORMANCE_PROSE);
      sf_said_field_set_func (SF_SAID_FIELD (self->fields[i]), write_field, self);
      gtk_box_append (GTK_BOX (self->open), self->fields[i]);
    }
  gtk_box_append (GTK_BOX (self->open), self->views);
}

static void
sf_head_form_dispose (GObject *object)
{
  SfHeadForm *self = SF_HEAD_FORM (object);

  g_clear_object (&self->record);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_head_form_parent_class)->dispose (object);
}

static void
sf_head_form_class_init (SfHeadFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_head_form_dispose;
}

static void
sf_head_form_init (SfHeadForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}

GtkWidget *
sf_head_form_new (SfContext *context)
{
  SfHeadForm *self = g_object_new (SF_TYPE_HEAD_FORM, NULL);

  self->context = g_object_ref (context);
  self->state = sf_part_label (NULL, "dim-label");
  self->unlock = sf_unlock_box_new (context);
  g_signal_connect_swapped (self->unlock, "unlocked", G_CALLBACK (on_unlocked_cb), self);
  build_open (self);
  gtk_box_append (GTK_BOX (self), self->state);
  gtk_box_append (GTK_BOX (self), self->unlock);
  gtk_box_append (GTK_BOX (self), self->open);
  sf_unlock_box_watch (GTK_WIDGET (self), context);
  return GTK_WIDGET (self);
}
