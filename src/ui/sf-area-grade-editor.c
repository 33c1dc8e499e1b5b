/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-area-grade-editor.h"

#include "base/sf-date.h"
#include "base/sf-text.h"
#include "model/sf-agenda.h"
#include "model/sf-area-grade.h"
#include "ui/sf-button.h"
#include "ui/sf-chip.h"
#include "ui/sf-compared-field.h"
#include "ui/sf-level-row.h"
#include "ui/sf-line.h"
#include "ui/sf-parts.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>

#define N_FIELDS 2

struct _SfAreaGradeEditor
{
  AdwBin parent_instance;

  GtkWidget *source;
  GtkWidget *title;
  GtkWidget *introduction;
  GtkWidget *spread;
  GtkWidget *levels;
  GtkWidget *odd;
  GtkWidget *clear;
  GtkWidget *fields;
  GtkWidget *next_box;
  GtkWidget *agree_box;
  GtkWidget *state;
  GtkWidget *agree_form;
  GtkWidget *agreed_by;
  GtkWidget *agreed_on;
  GtkWidget *agree_note;
  GtkWidget *agree;
  GtkWidget *withdraw;
  GtkWidget *last_box;
  GtkWidget *last_label;
  GtkWidget *last_chip;
  GtkWidget *compare;
  GtkWidget *field[N_FIELDS]; /* SfComparedField: strengths, improvements */

  SfContext *context;
  SfKeyArea *area; /* NULL: the whole centre */
};

static const guint columns[N_FIELDS]
    = { SF_AREA_JUDGEMENT_STRENGTHS, SF_AREA_JUDGEMENT_IMPROVEMENTS };

G_DEFINE_FINAL_TYPE (SfAreaGradeEditor, sf_area_grade_editor, ADW_TYPE_BIN)

static SfAreaJudgement *
find_grade (SfAreaGradeEditor *self)
{
  return sf_area_grade_find (sf_context_get_model (self->context),
                             sf_context_get_evaluation (self->context), self->area);
}

/* --- what is asked for ------------------------------------------------------------------------ */

static void
propose (SfAreaGradeEditor *self, gint64 level)
{
  SfAreaJudgement *grade = find_grade (self);
  GError *error = NULL;
  gboolean done = grade != NULL
                  && sf_workbook_propose_grade (sf_context_get_workbook (self->context), grade,
                                                level, &error);

  if (sf_context_check (self->context, done, error))
    sf_level_row_set_level (SF_LEVEL_ROW (self->levels), level);
}

static void
on_level_chosen_cb (SfLevelRow *row, gint64 level, SfAreaGradeEditor *self)
{
  propose (self, level);
}

static void
on_clear_cb (GtkButton *button, SfAreaGradeEditor *self)
{
  propose (self, SF_NULL_INT);
}

static void
set_agree_note (SfAreaGradeEditor *self, const char *note)
{
  sf_part_set_text (self->agree_note, note != NULL ? note : "");
  gtk_widget_set_visible (self->agree_note, note != NULL);
}

static void
on_agree_cb (GtkWidget *widget, SfAreaGradeEditor *self)
{
  g_autofree char *by = sf_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->agreed_by)));
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->agreed_on));
  g_autoptr (GError) error = NULL;
  g_autofree char *on = NULL;

  if (by == NULL)
    {
      set_agree_note (self, _ ("Write who agreed the grade, for example the leadership team."));
      gtk_widget_grab_focus (self->agreed_by);
      return;
    }
  on = sf_date_parse (typed, &error);
  if (on == NULL
      || !sf_workbook_agree_grade (sf_context_get_workbook (self->context), find_grade (self), by,
                                   on, &error))
    {
      set_agree_note (self, error->message);
      gtk_widget_grab_focus (on == NULL ? self->agreed_on : self->agreed_by);
      return;
    }
  set_agree_note (self, NULL);
  gtk_widget_grab_focus (self->state);
}

static void
on_withdraw_cb (GtkButton *button, SfAreaGradeEditor *self)
{
  GError *error = NULL;
  gboolean done = sf_workbook_withdraw_agreement (sf_context_get_workbook (self->context),
                                                  find_grade (self), &error);

  if (sf_context_check (self->context, done, error))
    gtk_widget_grab_focus (self->state);
}

static SfKeyArea *
find_next_area (SfAreaGradeEditor *self)
{
  GPtrArray *areas = sf_framework_get_areas (sf_context_get_framework (self->context));
  guint at;

  if (self->area == NULL || !g_ptr_array_find (areas, self->area, &at) || at + 1 >= areas->len)
    return NULL;
  return areas->pdata[at + 1];
}

/* From grade to grade: the next key area, after the last the summary of the year, then the report.
 */
static void
on_next_cb (GtkButton *button, SfAreaGradeEditor *self)
{
  SfKeyArea *area = find_next_area (self);
  g_autofree char *page = NULL;

  if (self->area == NULL)
    {
      sf_context_go (self->context, SF_PAGE_REPORT, NULL);
      return;
    }
  if (area == NULL)
    {
      sf_context_go (self->context, "summary", NULL);
      return;
    }
  page = g_strconcat ("area:", sf_key_area_get_code (area), NULL);
  sf_context_go (self->context, page, "grade");
}

static void
on_compare_toggled_cb (GtkToggleButton *button, SfAreaGradeEditor *self)
{
  for (guint i = 0; i < N_FIELDS; i++)
    if (self->field[i] != NULL)
      sf_compared_field_set_comparing (SF_COMPARED_FIELD (self->field[i]),
                                       gtk_toggle_button_get_active (button));
}

/* --- what is shown ---------------------------------------------------------------------------- */

static void
show_spread (SfAreaGradeEditor *self)
{
  SfModel *model = sf_context_get_model (self->context);
  SfEvaluation *evaluation = sf_context_get_evaluation (self->context);
  SfScale *scale = sf_area_grade_get_scale (model, evaluation, self->area);
  SfSpread spread;
  g_autofree char *text = NULL, *markup = NULL, *why = NULL, *odd = NULL;

  if (self->area != NULL)
    sf_spread_of_area (model, evaluation, self->area, &spread);
  else
    sf_spread_of_grades (model, evaluation, &spread);
  text = sf_spread_to_full_text (&spread, scale);
  markup = g_markup_printf_escaped ("<b>%s</b> %s",
                                    self->area != NULL ? _ ("The statements beneath:")
                                                       : _ ("The grades of the key areas:"),
                                    text);
  gtk_label_set_markup (GTK_LABEL (self->spread), markup);
  gtk_widget_set_visible (self->spread, *text != '\0');
  if (sf_area_grade_is_odd (model, evaluation, self->area, &why))
    odd = g_strdup_printf (_ ("This grade sits oddly with what lies beneath it: %s. It may still "
                              "be right; say why below."),
                           why);
  sf_part_set_text (self->odd, odd != NULL ? odd : "");
  gtk_widget_set_visible (self->odd, odd != NULL);
}

static void
show_agreement (SfAreaGradeEditor *self, SfAreaJudgement *grade, gboolean editable)
{
  SfGradeState state = sf_area_judgement_get_grade_state (grade);
  g_autofree char *text = sf_area_judgement_state_to_text (grade);
  g_autofree char *capital = sf_text_upper_first (text);
  const char *on = gtk_editable_get_text (GTK_EDITABLE (self->agreed_on));

  sf_part_set_text (self->state, capital);
  gtk_widget_set_visible (self->agree_form, state == SF_GRADE_PROPOSED && editable);
  gtk_widget_set_visible (self->withdraw, state == SF_GRADE_AGREED && editable);
  if (*on == '\0')
    {
      g_autofree char *today = sf_date_format (sf_context_get_today (self->context));

      gtk_editable_set_text (GTK_EDITABLE (self->agreed_on), today);
    }
}

static void
show_last (SfAreaGradeEditor *self)
{
  SfModel *model = sf_context_get_model (self->context);
  SfEvaluation *evaluation = sf_context_get_evaluation (self->context);
  SfEvaluation *last = sf_model_get_predecessor (model, evaluation);
  SfAreaJudgement *then = last != NULL ? sf_area_grade_find (model, last, self->area) : NULL;
  SfLevel *level = sf_area_grade_get_last_level (model, evaluation, self->area);
  gboolean text = FALSE;

  for (guint i = 0; i < N_FIELDS; i++)
    {
      const char *words = then != NULL ? sf_record_get_text (SF_RECORD (then), columns[i]) : NULL;

      text |= !sf_text_is_blank (words);
      sf_compared_field_set_last (SF_COMPARED_FIELD (self->field[i]),
                                  last != NULL ? sf_evaluation_get_title (last) : NULL, words);
    }
  gtk_widget_set_visible (self->last_box, level != NULL || text);
  gtk_widget_set_visible (self->compare, text);
  gtk_widget_set_visible (self->last_chip, level != NULL);
  if (level != NULL)
    sf_chip_set_level (SF_CHIP (self->last_chip), level);
  if (last != NULL)
    gtk_widget_set_tooltip_text (self->last_label, sf_evaluation_get_title (last));
}

void
sf_area_grade_editor_refresh (SfAreaGradeEditor *self)
{
  SfAreaJudgement *grade;
  gboolean editable;

  g_return_if_fail (SF_IS_AREA_GRADE_EDITOR (self));

  grade = find_grade (self);
  editable = grade != NULL && sf_context_can_edit (self->context);
  for (guint i = 0; i < N_FIELDS; i++)
    sf_field_set_record (sf_compared_field_get_field (SF_COMPARED_FIELD (self->field[i])), grade);
  sf_level_row_set_level (SF_LEVEL_ROW (self->levels),
                          grade != NULL
                              ? sf_workbook_get_shown_int (sf_context_get_workbook (self->context),
                                                           SF_RECORD (grade),
                                                           SF_AREA_JUDGEMENT_LEVEL)
                              : SF_NULL_INT);
  gtk_widget_set_sensitive (self->levels, editable);
  gtk_widget_set_sensitive (self->clear,
                            editable && sf_area_judgement_get_grade_state (grade) != SF_GRADE_NONE);
  show_spread (self);
  show_agreement (self, grade, editable);
  show_last (self);
}

/* --- places ----------------------------------------------------------------------------------- */

SfEditorPlace
sf_area_grade_editor_get_place (SfAreaGradeEditor *self)
{
  g_return_val_if_fail (SF_IS_AREA_GRADE_EDITOR (self), SF_PLACE_NONE);

  for (guint i = 0; i < N_FIELDS; i++)
    if (sf_part_has_focus (self->field[i]))
      return SF_PLACE_STRENGTHS + i;
  return sf_part_has_focus (GTK_WIDGET (self)) ? SF_PLACE_LEVEL : SF_PLACE_NONE;
}

gboolean
sf_area_grade_editor_focus_place (SfAreaGradeEditor *self, SfEditorPlace place)
{
  g_return_val_if_fail (SF_IS_AREA_GRADE_EDITOR (self), FALSE);

  if (place >= SF_PLACE_STRENGTHS)
    return gtk_widget_grab_focus (self->field[MIN (place - SF_PLACE_STRENGTHS, N_FIELDS - 1)]);
  if (sf_level_row_enter (SF_LEVEL_ROW (self->levels)))
    return TRUE;
  return gtk_widget_grab_focus (self->field[0]);
}

gboolean
sf_area_grade_editor_choose_level (SfAreaGradeEditor *self, guint nth)
{
  g_return_val_if_fail (SF_IS_AREA_GRADE_EDITOR (self), FALSE);

  return sf_level_row_choose (SF_LEVEL_ROW (self->levels), nth);
}

/* --- the object ------------------------------------------------------------------------------- */

static void
sf_area_grade_editor_dispose (GObject *object)
{
  SfAreaGradeEditor *self = SF_AREA_GRADE_EDITOR (object);

  g_clear_object (&self->context);
  /* AdwBin lets its child go; the template must not do so once more */
  adw_bin_set_child (ADW_BIN (self), NULL);
  G_OBJECT_CLASS (sf_area_grade_editor_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, SfAreaGradeEditor, name)

static void
sf_area_grade_editor_class_init (SfAreaGradeEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sf_area_grade_editor_dispose;
  g_type_ensure (SF_TYPE_CHIP);
  g_type_ensure (SF_TYPE_LEVEL_ROW);
  g_type_ensure (SF_TYPE_LINE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sixfold_app/Sixfold/ui/sf-area-grade-editor.ui");
  BIND (source);
  BIND (title);
  BIND (introduction);
  BIND (spread);
  BIND (levels);
  BIND (odd);
  BIND (clear);
  BIND (fields);
  BIND (next_box);
  BIND (agree_box);
  BIND (state);
  BIND (agree_form);
  BIND (agreed_by);
  BIND (agreed_on);
  BIND (agree_note);
  BIND (agree);
  BIND (withdraw);
  BIND (last_box);
  BIND (last_label);
  BIND (last_chip);
  BIND (compare);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_agree_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_withdraw_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_compare_toggled_cb);
}

static void
sf_area_grade_editor_init (SfAreaGradeEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sf_chip_set_flat (SF_CHIP (self->last_chip), TRUE);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->agreed_by),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->agreed_on),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  sf_part_set_name (self->agreed_by, _ ("Agreed by"));
  sf_part_set_name (self->agreed_on, _ ("Agreed on"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2,
                                  -1);
  g_signal_connect (self->levels, "level-chosen", G_CALLBACK (on_level_chosen_cb), self);
}

static void
add_field (SfAreaGradeEditor *self, guint nth, const char *label, const char *placeholder)
{
  SfField *field;

  self->field[nth] = sf_compared_field_new (self->context, columns[nth], label);
  field = sf_compared_field_get_field (SF_COMPARED_FIELD (self->field[nth]));
  sf_field_set_placeholder (field, placeholder);
  sf_field_set_about (field, self->area != NULL ? sf_key_area_get_title (self->area)
                                                : _ ("the whole centre"));
  gtk_box_append (GTK_BOX (self->fields), self->field[nth]);
}

static void
add_next (SfAreaGradeEditor *self)
{
  SfKeyArea *area = find_next_area (self);
  g_autofree char *text = NULL;
  GtkWidget *button;

  if (area != NULL)
    text = g_strdup_printf (_ ("Ne_xt: %s"), sf_key_area_get_title (area));
  else
    text = g_strdup (self->area != NULL ? _ ("Ne_xt: summary of the year")
                                        : _ ("Ne_xt: the report"));
  button = sf_button_new (text);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_next_cb), self, 0);
  gtk_box_append (GTK_BOX (self->next_box), button);
}

GtkWidget *
sf_area_grade_editor_new (SfContext *context, SfKeyArea *area)
{
  SfAreaGradeEditor *self = g_object_new (SF_TYPE_AREA_GRADE_EDITOR, NULL);
  SfFramework *framework = sf_context_get_framework (context);

  self->context = g_object_ref (context);
  self->area = area;
  if (area != NULL)
    {
      g_autofree char *source
          = g_strdup_printf (_ ("%s · %s, section %s"), sf_key_area_get_code (area),
                             sf_framework_get_short_title (framework),
                             sf_key_area_get_section (area));
      g_autofree char *title = g_strdup_printf (_ ("Grade of %s"), sf_key_area_get_title (area));

      gtk_label_set_label (GTK_LABEL (self->source), source);
      gtk_label_set_label (GTK_LABEL (self->title), title);
      gtk_label_set_label (GTK_LABEL (self->introduction), sf_key_area_get_introduction (area));
    }
  else
    {
      gtk_label_set_label (GTK_LABEL (self->title), _ ("Grade of the whole centre"));
      gtk_widget_hide (self->introduction);
      gtk_widget_hide (self->source);
    }
  sf_level_row_set_scale (SF_LEVEL_ROW (self->levels),
                          sf_area_grade_get_scale (sf_context_get_model (context),
                                                   sf_context_get_evaluation (context), area));
  sf_level_row_set_label (SF_LEVEL_ROW (self->levels),
                          gtk_label_get_label (GTK_LABEL (self->title)));
  add_field (self, 0, _ ("What is _strong"), _ ("Two sentences are enough."));
  add_field (self, 1, _ ("What to _improve"), _ ("Two sentences are enough."));
  add_next (self);
  sf_area_grade_editor_refresh (self);
  return GTK_WIDGET (self);
}
