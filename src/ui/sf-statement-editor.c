/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-statement-editor.h"

#include "base/sf-error.h"
#include "base/sf-text.h"
#include "model/sf-judgement-state.h"
#include "ui/sf-chip.h"
#include "ui/sf-compared-field.h"
#include "ui/sf-head-ask.h"
#include "ui/sf-head-form.h"
#include "ui/sf-level-row.h"
#include "ui/sf-line.h"
#include "ui/sf-menu-button.h"
#include "ui/sf-not-applicable.h"
#include "ui/sf-parts.h"
#include "ui/sf-unlock-box.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>

#define N_FIELDS 3

struct _SfStatementEditor
{
  AdwBin parent_instance;

  GtkWidget *writer_box;
  GtkWidget *writer_text;
  GtkWidget *agreed_chip;
  GtkWidget *agreed_text;
  GtkWidget *source;
  GtkWidget *safeguarding;
  GtkWidget *title;
  GtkWidget *text;
  GtkWidget *prompts;
  GtkWidget *own_box;
  GtkWidget *own_text;
  GtkWidget *own_help;
  GtkWidget *lock_head;
  GtkWidget *locked;
  GtkWidget *levels;
  GtkWidget *not_applicable;
  GtkWidget *fields;
  GtkWidget *whose;
  GtkWidget *last_box;
  GtkWidget *last_label;
  GtkWidget *last_chip;
  GtkWidget *compare;
  GtkWidget *field[N_FIELDS]; /* SfComparedField: strengths, improvements, difference */

  SfContext *context;
  SfStatement *statement;
  SfStatement *shown; /* whose judgement the fields show, and whose view of it */
  SfContributor *shown_writer;
};

static const guint columns[N_FIELDS]
    = { SF_JUDGEMENT_STRENGTHS, SF_JUDGEMENT_IMPROVEMENTS, SF_JUDGEMENT_DIFFERENCE };

G_DEFINE_FINAL_TYPE (SfStatementEditor, sf_statement_editor, ADW_TYPE_BIN)

static SfContributor *
get_writer (SfStatementEditor *self)
{
  return sf_workbook_get_writer (sf_context_get_workbook (self->context));
}

static SfJudgement *
find_judgement (SfStatementEditor *self, SfContributor *contributor)
{
  return sf_model_find_judgement (sf_context_get_model (self->context),
                                  sf_context_get_evaluation (self->context),
                                  sf_statement_get_code (self->statement), contributor);
}

/* Where what is judged of the head lies behind a lock; NULL: it is judged here, as all else. */
static SfPerformanceRecord *
find_lock (SfStatementEditor *self, SfEvaluation *evaluation)
{
  if (sf_statement_get_subject (self->statement) != SF_SUBJECT_HEAD)
    return NULL;
  return sf_workbook_find_head_record (sf_context_get_workbook (self->context), evaluation);
}

/* A contributor's judgement comes into being with the first thing entered. */
static SfJudgement *
ensure_judgement (SfStatementEditor *self, GError **error)
{
  SfWorkbook *workbook = sf_context_get_workbook (self->context);
  SfJudgement *judgement = find_judgement (self, get_writer (self));

  if (judgement != NULL)
    return judgement;
  if (!sf_workbook_add_judgement (workbook, sf_context_get_evaluation (self->context),
                                  sf_statement_get_code (self->statement), get_writer (self), NULL,
                                  error)
      || !sf_workbook_sync (workbook, error))
    return NULL;
  judgement = find_judgement (self, get_writer (self));
  if (judgement == NULL)
    g_set_error_literal (error, SF_ERROR, SF_ERROR_FAILED,
                         _ ("This judgement could not be begun. What you typed is still here; try "
                            "once more."));
  return judgement;
}

static SfRecord *
make_record (gpointer data, GError **error)
{
  SfJudgement *judgement = ensure_judgement (data, error);

  return judgement != NULL ? SF_RECORD (judgement) : NULL;
}

/* --- what is asked for ------------------------------------------------------------------------ */

static void
on_level_chosen_cb (SfLevelRow *row, gint64 level, SfStatementEditor *self)
{
  GError *error = NULL;
  SfJudgement *judgement = ensure_judgement (self, &error);
  gboolean done = judgement != NULL
                  && sf_workbook_set_level (sf_context_get_workbook (self->context), judgement,
                                            level, &error);

  if (sf_context_check (self->context, done, error))
    sf_level_row_set_level (row, level);
}

static void
on_reason_given_cb (SfNotApplicable *part, const char *reason, SfStatementEditor *self)
{
  SfWorkbook *workbook = sf_context_get_workbook (self->context);
  GError *error = NULL;
  SfJudgement *judgement = ensure_judgement (self, &error);
  gboolean done = FALSE;

  if (judgement != NULL && reason != NULL)
    done = sf_workbook_set_not_applicable (workbook, judgement, reason, &error);
  else if (judgement != NULL)
    done = sf_workbook_set_null (workbook, judgement, SF_JUDGEMENT_NOT_APPLICABLE, &error);
  sf_context_check (self->context, done, error);
}

static void
on_cleared_cb (SfNotApplicable *part, SfStatementEditor *self)
{
  GError *error = NULL;
  SfJudgement *judgement = find_judgement (self, get_writer (self));
  gboolean done;

  if (judgement == NULL)
    return;
  done = sf_workbook_clear_judgement (sf_context_get_workbook (self->context), judgement, &error);
  if (sf_context_check (self->context, done, error))
    sf_context_say (self->context, _ ("The judgement was cleared."), TRUE);
}

static void
on_lock_head_cb (GtkButton *button, SfStatementEditor *self)
{
  sf_head_ask_lock (GTK_WIDGET (button), self->context);
}

static void
on_compare_toggled_cb (GtkToggleButton *button, SfStatementEditor *self)
{
  gboolean active = gtk_toggle_button_get_active (button);

  for (guint i = 0; i < N_FIELDS; i++)
    if (self->field[i] != NULL)
      sf_compared_field_set_comparing (SF_COMPARED_FIELD (self->field[i]), active);
}

/* --- what is shown ---------------------------------------------------------------------------- */

static void
show_source (SfStatementEditor *self)
{
  SfStatement *statement = self->statement;
  SfFramework *framework = sf_context_get_framework (self->context);
  SfGroup *group = sf_statement_get_group (statement);
  g_autofree char *text
      = g_strdup_printf (_ ("%s · %s, section %s, %s, no. %u"), sf_statement_get_code (statement),
                         sf_framework_get_short_title (framework),
                         sf_statement_get_section (statement), sf_group_get_title (group),
                         sf_statement_get_position (statement));

  sf_part_set_text (self->source, text);
  gtk_widget_set_visible (self->safeguarding, sf_statement_get_safeguarding (statement));
}

static void
show_prompts (SfStatementEditor *self)
{
  const char *const *prompts = sf_statement_get_prompts (self->statement);
  g_autofree char *joined = g_strjoinv (" · ", (char **)prompts);
  g_autofree char *markup
      = g_markup_printf_escaped ("<b>%s</b> %s", _ ("What would we see?"), joined);

  gtk_label_set_markup (GTK_LABEL (self->prompts), markup);
  gtk_widget_set_visible (self->prompts, prompts[0] != NULL);
}

static void
show_statement (SfStatementEditor *self)
{
  SfStatement *statement = self->statement;
  gboolean own = sf_statement_get_subject (statement) == SF_SUBJECT_HEAD;
  g_autofree char *level_name = g_strdup_printf (own ? _ ("Your practice, %s") : _ ("Grade, %s"),
                                                 sf_statement_get_code (statement));

  show_source (self);
  sf_part_set_text (self->title, sf_statement_get_title (statement));
  sf_part_set_text (self->text,
                    sf_statement_get_shown_text (statement,
                                                 sf_context_get_wording_pack (self->context)));
  show_prompts (self);
  gtk_widget_set_visible (self->own_box, own);
  sf_level_row_set_scale (SF_LEVEL_ROW (self->levels), sf_statement_get_scale (statement));
  sf_level_row_set_label (SF_LEVEL_ROW (self->levels), level_name);
}

static void
show_writer (SfStatementEditor *self)
{
  SfContributor *writer = get_writer (self);
  SfJudgement *agreed;
  g_autofree char *text = NULL, *words = NULL;

  gtk_widget_set_visible (self->writer_box, writer != NULL);
  if (writer == NULL)
    {
      sf_part_set_text (self->whose, sf_statement_get_subject (self->statement) == SF_SUBJECT_HEAD
                                         ? _ ("Your own judgement")
                                         : _ ("Agreed judgement"));
      return;
    }
  agreed = find_judgement (self, NULL);
  text = g_strdup_printf (_ ("%s is writing. This view stands beside the agreed judgement and "
                             "does not change it."),
                          sf_contributor_get_name (writer));
  sf_part_set_text (self->writer_text, text);
  sf_chip_set_level (SF_CHIP (self->agreed_chip),
                     sf_judgement_find_level (agreed, sf_statement_get_scale (self->statement)));
  words = sf_text_first_line (agreed != NULL ? sf_judgement_get_strengths (agreed) : NULL, 200);
  sf_part_set_text (self->agreed_text, words);
  gtk_widget_set_visible (self->agreed_text, *words != '\0');
  g_autofree char *own
      = g_strdup_printf (_ ("Own judgement of %s"), sf_contributor_get_name (writer));
  sf_part_set_text (self->whose, own);
}

/* The statement of the same code in the evaluation before, as the same writer judged it. */
static SfJudgement *
find_last (SfStatementEditor *self, SfEvaluation **last)
{
  SfModel *model = sf_context_get_model (self->context);

  *last = sf_model_get_predecessor (model, sf_context_get_evaluation (self->context));
  /* behind a lock it says nothing here, nor is it compared with what is */
  if (*last == NULL || find_lock (self, sf_context_get_evaluation (self->context)) != NULL
      || find_lock (self, *last) != NULL)
    return NULL;
  return sf_model_find_judgement (model, *last, sf_statement_get_code (self->statement),
                                  get_writer (self));
}

static void
show_last (SfStatementEditor *self)
{
  SfEvaluation *last;
  SfJudgement *judgement = find_last (self, &last);
  SfScale *scale = NULL;
  SfStatement *then = NULL;

  if (judgement != NULL)
    then
        = sf_framework_find_statement (sf_model_get_framework (sf_context_get_model (self->context),
                                                               last),
                                       sf_statement_get_code (self->statement));
  gtk_widget_set_visible (self->last_box, then != NULL);
  for (guint i = 0; i < N_FIELDS; i++)
    sf_compared_field_set_last (SF_COMPARED_FIELD (self->field[i]),
                                last != NULL ? sf_evaluation_get_title (last) : NULL,
                                then != NULL
                                    ? sf_record_get_text (SF_RECORD (judgement), columns[i])
                                    : NULL);
  if (then == NULL)
    return;
  scale = sf_statement_get_scale (then);
  sf_chip_set_level (SF_CHIP (self->last_chip), sf_judgement_find_level (judgement, scale));
  gtk_widget_set_tooltip_text (self->last_label, sf_evaluation_get_title (last));
  gtk_widget_set_visible (self->compare, sf_judgement_has_text (judgement));
}

static SfHeadForm *
get_head_form (SfStatementEditor *self)
{
  GtkWidget *form = adw_bin_get_child (ADW_BIN (self->locked));

  return form != NULL && gtk_widget_get_visible (self->locked) ? SF_HEAD_FORM (form) : NULL;
}

/* The form is made for the first statement that needs it. A colleague does not write there. */
static void
show_lock (SfStatementEditor *self)
{
  SfPerformanceRecord *record = find_lock (self, sf_context_get_evaluation (self->context));
  gboolean own = sf_statement_get_subject (self->statement) == SF_SUBJECT_HEAD;
  gboolean shut = record != NULL, is_head = get_writer (self) == NULL;

  if (shut && adw_bin_get_child (ADW_BIN (self->locked)) == NULL)
    adw_bin_set_child (ADW_BIN (self->locked), sf_head_form_new (self->context));
  if (adw_bin_get_child (ADW_BIN (self->locked)) != NULL)
    sf_head_form_show (SF_HEAD_FORM (adw_bin_get_child (ADW_BIN (self->locked))),
                       is_head ? record : NULL, self->statement);
  if (shut)
    sf_chip_set (SF_CHIP (self->agreed_chip), SF_SHAPE_NONE, SF_TONE_NONE,
                 sf_unlock_box_tell_state (self->context, record));
  sf_part_set_text (self->own_text, shut ? _ ("Your own practice, behind a passphrase")
                                         : _ ("Your own practice, not locked yet"));
  gtk_widget_set_visible (self->locked, shut);
  gtk_widget_set_visible (self->levels, !shut);
  gtk_widget_set_visible (self->not_applicable, !shut);
  gtk_widget_set_visible (self->fields, !shut);
  gtk_widget_set_visible (self->lock_head, own && !shut && is_head
                                               && !sf_workbook_get_read_only (
                                                   sf_context_get_workbook (self->context)));
}

/* A field whose record is not there yet may hold what could not be kept: it is left alone until
 * another statement or another writer comes. */
static void
show_judgement (SfStatementEditor *self)
{
  SfContributor *writer = get_writer (self);
  SfJudgement *judgement = find_judgement (self, writer);
  gboolean editable = sf_context_can_edit (self->context);
  gboolean other = self->shown != self->statement || self->shown_writer != writer;

  self->shown = self->statement;
  self->shown_writer = writer;

  for (guint i = 0; i < N_FIELDS; i++)
    {
      SfField *field = sf_compared_field_get_field (SF_COMPARED_FIELD (self->field[i]));

      if (other || judgement != NULL || sf_field_get_record (field) != NULL)
        sf_field_set_record (field, judgement);
    }
  sf_level_row_set_level (SF_LEVEL_ROW (self->levels),
                          judgement != NULL
                              ? sf_workbook_get_shown_int (sf_context_get_workbook (self->context),
                                                           SF_RECORD (judgement),
                                                           SF_JUDGEMENT_LEVEL)
                              : SF_NULL_INT);
  gtk_widget_set_sensitive (self->levels, editable);
  sf_not_applicable_show (SF_NOT_APPLICABLE (self->not_applicable), judgement,
                          sf_statement_get_code (self->statement), editable);
}

void
sf_statement_editor_refresh (SfStatementEditor *self)
{
  g_return_if_fail (SF_IS_STATEMENT_EDITOR (self));

  if (self->statement == NULL)
    return;
  show_writer (self);
  show_lock (self);
  show_judgement (self);
  show_last (self);
}

void
sf_statement_editor_show (SfStatementEditor *self, SfStatement *statement)
{
  g_return_if_fail (SF_IS_STATEMENT_EDITOR (self));
  g_return_if_fail (SF_IS_STATEMENT (statement));

  if (self->statement == statement)
    return;
  if (self->statement != NULL)
    sf_not_applicable_commit (SF_NOT_APPLICABLE (self->not_applicable));
  for (guint i = 0; i < N_FIELDS && self->statement != NULL; i++)
    sf_field_commit (sf_compared_field_get_field (SF_COMPARED_FIELD (self->field[i])));
  self->statement = statement;
  show_statement (self);
  sf_statement_editor_refresh (self);
}

/* --- places ----------------------------------------------------------------------------------- */

SfEditorPlace
sf_statement_editor_get_place (SfStatementEditor *self)
{
  g_return_val_if_fail (SF_IS_STATEMENT_EDITOR (self), SF_PLACE_NONE);

  if (get_head_form (self) != NULL)
    return sf_head_form_get_place (get_head_form (self));
  for (guint i = 0; i < N_FIELDS; i++)
    if (sf_part_has_focus (self->field[i]))
      return SF_PLACE_STRENGTHS + i;
  return sf_part_has_focus (GTK_WIDGET (self)) ? SF_PLACE_LEVEL : SF_PLACE_NONE;
}

gboolean
sf_statement_editor_focus_place (SfStatementEditor *self, SfEditorPlace place)
{
  g_return_val_if_fail (SF_IS_STATEMENT_EDITOR (self), FALSE);

  if (get_head_form (self) != NULL)
    return sf_head_form_focus_place (get_head_form (self), place);
  if (place >= SF_PLACE_STRENGTHS)
    return gtk_widget_grab_focus (self->field[place - SF_PLACE_STRENGTHS]);
  if (sf_level_row_enter (SF_LEVEL_ROW (self->levels)))
    return TRUE;
  return gtk_widget_grab_focus (self->field[0]);
}

gboolean
sf_statement_editor_choose_level (SfStatementEditor *self, guint nth)
{
  g_return_val_if_fail (SF_IS_STATEMENT_EDITOR (self), FALSE);

  if (get_head_form (self) != NULL)
    return sf_head_form_choose_level (get_head_form (self), nth);
  return sf_level_row_choose (SF_LEVEL_ROW (self->levels), nth);
}

/* --- the object ------------------------------------------------------------------------------- */

static void
sf_statement_editor_dispose (GObject *object)
{
  SfStatementEditor *self = SF_STATEMENT_EDITOR (object);

  if (self->context != NULL)
    g_signal_handlers_disconnect_by_data (sf_context_get_workbook (self->context), self);
  g_clear_object (&self->context);
  /* AdwBin lets its child go; the template must not do so once more */
  adw_bin_set_child (ADW_BIN (self), NULL);
  G_OBJECT_CLASS (sf_statement_editor_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, SfStatementEditor, name)

static void
sf_statement_editor_class_init (SfStatementEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sf_statement_editor_dispose;
  g_type_ensure (SF_TYPE_CHIP);
  g_type_ensure (SF_TYPE_LEVEL_ROW);
  g_type_ensure (SF_TYPE_NOT_APPLICABLE);
  g_type_ensure (SF_TYPE_LINE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sixfold_app/Sixfold/ui/sf-statement-editor.ui");
  BIND (writer_box);
  BIND (writer_text);
  BIND (agreed_chip);
  BIND (agreed_text);
  BIND (source);
  BIND (safeguarding);
  BIND (title);
  BIND (text);
  BIND (prompts);
  BIND (own_box);
  BIND (own_text);
  BIND (own_help);
  BIND (lock_head);
  BIND (locked);
  BIND (levels);
  BIND (not_applicable);
  BIND (fields);
  BIND (whose);
  BIND (last_box);
  BIND (last_label);
  BIND (last_chip);
  BIND (compare);
  gtk_widget_class_bind_template_callback (widget_class, on_compare_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_lock_head_cb);
}

static void
sf_statement_editor_init (SfStatementEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sf_chip_set_flat (SF_CHIP (self->last_chip), TRUE);
  sf_menu_button_set_name (self->own_help, _ ("Who sees what you write about yourself"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2,
                                  -1);
  g_signal_connect (self->levels, "level-chosen", G_CALLBACK (on_level_chosen_cb), self);
  g_signal_connect (self->not_applicable, "reason-given", G_CALLBACK (on_reason_given_cb), self);
  g_signal_connect (self->not_applicable, "cleared", G_CALLBACK (on_cleared_cb), self);
}

GtkWidget *
sf_statement_editor_new (SfContext *context)
{
  static const struct
  {
    const char *label, *placeholder;
  } texts[N_FIELDS] = {
    { N_ ("What is _strong"), N_ ("What is done well, and how do you know?") },
    { N_ ("What to _improve"), N_ ("What is missing, or for whom is it not good enough yet?") },
    { N_ ("What _difference it made, above all for the most disadvantaged"),
      N_ ("Who is better off, and how do you know?") },
  };
  SfStatementEditor *self = g_object_new (SF_TYPE_STATEMENT_EDITOR, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (sf_context_get_workbook (context), "lock-changed",
                           G_CALLBACK (sf_statement_editor_refresh), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      SfField *field;

      self->field[i] = sf_compared_field_new (context, columns[i], _ (texts[i].label));
      field = sf_compared_field_get_field (SF_COMPARED_FIELD (self->field[i]));
      sf_field_set_placeholder (field, _ (texts[i].placeholder));
      sf_field_set_maker (field, make_record, self);
      gtk_box_append (GTK_BOX (self->fields), self->field[i]);
    }
  return GTK_WIDGET (self);
}
