/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-new-evaluation.h"

#include "base/sf-date.h"
#include "base/sf-text.h"
#include "ui/sf-button.h"
#include "ui/sf-drop-down.h"
#include "ui/sf-parts.h"
#include "workbook/sf-workbook-edit.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>

#define SF_TYPE_NEW_EVALUATION (sf_new_evaluation_get_type ())
G_DECLARE_FINAL_TYPE (SfNewEvaluation, sf_new_evaluation, SF, NEW_EVALUATION, AdwWindow)

struct _SfNewEvaluation
{
  AdwWindow parent_instance;

  SfContext *context;
  SfCentre *centre;
  GPtrArray *frameworks;  /* of SfFramework */
  GPtrArray *evaluations; /* of SfEvaluation, newest first */
  char *guessed_title;
  GtkWidget *title;
  GtkWidget *starts_on;
  GtkWidget *ends_on;
  GtkWidget *framework;
  GtkWidget *predecessor;
  GtkWidget *levels;
  GtkWidget *evidence;
  GtkWidget *note;
};

G_DEFINE_FINAL_TYPE (SfNewEvaluation, sf_new_evaluation, ADW_TYPE_WINDOW)

/* --- guesses ----------------------------------------------------------------------------- */

/* The year that follows the last evaluation; without one, the year from April that today is in. */
static void
guess_period (SfNewEvaluation *self, char **first, char **last)
{
  SfEvaluation *latest = self->evaluations->len > 0 ? self->evaluations->pdata[0] : NULL;
  const char *today = sf_context_get_today (self->context);
  g_autofree char *after = NULL;

  if (latest != NULL)
    *first = sf_date_add_days (sf_evaluation_get_ends_on (latest), 1);
  else
    {
      int year = atoi (today), month = atoi (today + 5);

      *first = g_strdup_printf ("%04d-04-01", month >= 4 ? year : year - 1);
    }
  after = sf_date_add_months (*first, 12);
  *last = sf_date_add_days (after, -1);
}

static void
show_period (SfNewEvaluation *self, const char *first, const char *last)
{
  g_autofree char *first_text = sf_date_format (first), *last_text = sf_date_format (last);

  gtk_editable_set_text (GTK_EDITABLE (self->starts_on), first_text);
  gtk_editable_set_text (GTK_EDITABLE (self->ends_on), last_text);
  g_free (self->guessed_title);
  self->guessed_title = sf_date_format_period (first, last);
  gtk_editable_set_text (GTK_EDITABLE (self->title), self->guessed_title);
}

/* The title follows the dates until somebody has written another. */
static void
on_dates_changed_cb (SfNewEvaluation *self)
{
  g_autofree char *first
      = sf_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->starts_on)), NULL);
  g_autofree char *last
      = sf_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->ends_on)), NULL);
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->title));

  if (first == NULL || last == NULL || g_strcmp0 (title, self->guessed_title) != 0)
    return;
  g_free (self->guessed_title);
  self->guessed_title = sf_date_format_period (first, last);
  gtk_editable_set_text (GTK_EDITABLE (self->title), self->guessed_title);
}

/* --- beginning --------------------------------------------------------------------------- */

typedef struct
{
  SfContext *context;
  SfUuid uuid;
  gulong handler;
} Awaited;

static void
awaited_free (gpointer data, GClosure *closure)
{
  Awaited *awaited = data;

  g_object_unref (awaited->context);
  g_free (awaited);
}

/* Looks at the evaluation as soon as it is in the model. */
static void
on_model_changed_cb (SfModel *model, Awaited *awaited)
{
  SfEvaluation *evaluation = sf_model_find (model, &awaited->uuid);
  g_autoptr (SfContext) context = NULL;

  if (evaluation == NULL)
    return;
  context = g_object_ref (awaited->context);
  g_signal_handler_disconnect (model, awaited->handler);
  sf_context_set_evaluation (context, evaluation);
  sf_context_go (context, "overview", NULL);
  sf_context_say (context, _ ("The new evaluation has begun."), FALSE);
}

static void
await_evaluation (SfContext *context, const SfUuid *uuid)
{
  Awaited *awaited = g_new0 (Awaited, 1);

  awaited->context = g_object_ref (context);
  awaited->uuid = *uuid;
  awaited->handler
      = g_signal_connect_data (sf_context_get_model (context), "changed",
                               G_CALLBACK (on_model_changed_cb), awaited, awaited_free, 0);
}

static SfEvaluation *
get_predecessor (SfNewEvaluation *self)
{
  guint n = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->predecessor));

  return n == 0 || n > self->evaluations->len ? NULL : self->evaluations->pdata[n - 1];
}

static SfCarryFlags
get_carry (SfNewEvaluation *self)
{
  SfCarryFlags carry = SF_CARRY_NOTHING;

  if (get_predecessor (self) == NULL)
    return carry;
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->levels)))
    carry |= SF_CARRY_LEVELS;
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->evidence)))
    carry |= SF_CARRY_EVIDENCE;
  return carry;
}

static void
show_note (SfNewEvaluation *self, const GError *error, GtkWidget *where)
{
  sf_part_set_text (self->note, error->message);
  gtk_widget_set_visible (self->note, TRUE);
  gtk_widget_grab_focus (where);
}

static void
on_begin_cb (SfNewEvaluation *self)
{
  guint n = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->framework));
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL, *last = NULL;
  SfUuid uuid;

  first = sf_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->starts_on)), &error);
  if (first == NULL)
    {
      show_note (self, error, self->starts_on);
      return;
    }
  last = sf_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->ends_on)), &error);
  if (last == NULL)
    {
      show_note (self, error, self->ends_on);
      return;
    }
  if (n >= self->frameworks->len)
    return;
  if (!sf_workbook_add_evaluation (sf_context_get_workbook (self->context), self->centre,
                                   self->frameworks->pdata[n],
                                   gtk_editable_get_text (GTK_EDITABLE (self->title)), first, last,
                                   get_predecessor (self), get_carry (self), &uuid, &error))
    {
      show_note (self, error, self->title);
      return;
    }
  await_evaluation (self->context, &uuid);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_predecessor_changed_cb (SfNewEvaluation *self)
{
  gboolean sensitive = get_predecessor (self) != NULL;

  gtk_widget_set_sensitive (self->levels, sensitive);
  gtk_widget_set_sensitive (self->evidence, sensitive);
}

/* --- building ---------------------------------------------------------------------------- */

static void
append_labelled (GtkWidget *box, const char *label, GtkWidget *control)
{
  GtkWidget *text = gtk_label_new_with_mnemonic (label);

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_widget_add_css_class (text, "sf-form-label");
  sf_part_set_labelled_by (control, text);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), control);
}

/* The frameworks that came with the program, and the last one used if it is not among them. */
static GtkWidget *
create_framework (SfNewEvaluation *self)
{
  SfModel *model = sf_context_get_model (self->context);
  SfEvaluation *latest = self->evaluations->len > 0 ? self->evaluations->pdata[0] : NULL;
  SfFramework *last = latest != NULL ? sf_model_get_framework (model, latest) : NULL;
  const char *wanted
      = last != NULL ? sf_framework_get_id (last) : SF_FRAMEWORK_NATIONAL_STANDARDS_2007;
  GtkStringList *titles = gtk_string_list_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) shipped = sf_framework_list_shipped (&error);
  GtkWidget *drop_down;
  guint chosen = G_MAXUINT;

  for (guint i = 0; shipped != NULL && i < shipped->len; i++)
    {
      if (g_str_equal (sf_framework_get_id (shipped->pdata[i]), wanted))
        chosen = self->frameworks->len;
      g_ptr_array_add (self->frameworks, g_object_ref (shipped->pdata[i]));
    }
  if (chosen == G_MAXUINT && last != NULL)
    {
      chosen = self->frameworks->len;
      g_ptr_array_add (self->frameworks, g_object_ref (last));
    }
  if (error != NULL)
    sf_context_report (self->context, error);
  for (guint i = 0; i < self->frameworks->len; i++)
    gtk_string_list_append (titles, sf_framework_get_title (self->frameworks->pdata[i]));
  drop_down = sf_drop_down_new (titles);
  if (chosen < self->frameworks->len)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), chosen);
  return drop_down;
}

static GtkWidget *
create_predecessor (SfNewEvaluation *self)
{
  GtkStringList *titles = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  gtk_string_list_append (titles, _ ("None: it stands alone"));
  for (guint i = 0; i < self->evaluations->len; i++)
    gtk_string_list_append (titles, sf_evaluation_get_title (self->evaluations->pdata[i]));
  drop_down = sf_drop_down_new (titles);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), self->evaluations->len > 0 ? 1 : 0);
  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (on_predecessor_changed_cb),
                            self);
  return drop_down;
}

static GtkWidget *
create_check (const char *label)
{
  GtkWidget *check = gtk_check_button_new_with_mnemonic (label);
  GtkWidget *child = gtk_widget_get_last_child (check);

  if (GTK_IS_LABEL (child))
    {
      gtk_label_set_wrap (GTK_LABEL (child), TRUE);
      /* by its label it would be read with the underline */
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      sf_part_set_name (check, gtk_label_get_text (GTK_LABEL (child)));
    }
  return check;
}

static void
append_carry (SfNewEvaluation *self, GtkWidget *box)
{
  GtkWidget *text = sf_part_label (
      _ ("What was written then stands beside each field, to read and to take over. It is never "
         "copied by itself."),
      "sf-row-subtitle");

  append_labelled (box, _ ("Carried forward _from"), self->predecessor);
  gtk_box_append (GTK_BOX (box), text);
  self->evidence = create_check (_ ("Keep the _evidence linked to the same statements"));
  self->levels = create_check (_ ("Copy the _levels; each then has to be looked at again"));
  gtk_box_append (GTK_BOX (box), self->evidence);
  gtk_box_append (GTK_BOX (box), self->levels);
  gtk_widget_set_visible (self->evidence, self->evaluations->len > 0);
  gtk_widget_set_visible (self->levels, self->evaluations->len > 0);
  gtk_widget_set_visible (text, self->evaluations->len > 0);
  on_predecessor_changed_cb (self);
}

static GtkWidget *
create_form (SfNewEvaluation *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->starts_on = gtk_entry_new ();
  self->ends_on = gtk_entry_new ();
  self->title = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->title), SF_TEXT_MAX_LINE);
  self->framework = create_framework (self);
  self->predecessor = create_predecessor (self);
  append_labelled (box, _ ("F_irst day"), self->starts_on);
  append_labelled (box, _ ("L_ast day"), self->ends_on);
  append_labelled (box, _ ("_Title"), self->title);
  append_labelled (box, _ ("A_gainst"), self->framework);
  append_carry (self, box);
  self->note = sf_part_label (NULL, "error");
  gtk_widget_set_visible (self->note, FALSE);
  gtk_box_append (GTK_BOX (box), self->note);
  return box;
}

static void
build (SfNewEvaluation *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = sf_button_new (_ ("_Cancel"));
  GtkWidget *begin = sf_button_new (_ ("_Begin"));
  g_autofree char *first = NULL, *last = NULL;

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_widget_add_css_class (begin, "suggested-action");
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_destroy), self);
  g_signal_connect_swapped (begin, "clicked", G_CALLBACK (on_begin_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), begin);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), sf_part_scrolled (create_form (self), 560));
  guess_period (self, &first, &last);
  show_period (self, first, last);
  g_signal_connect_swapped (self->starts_on, "changed", G_CALLBACK (on_dates_changed_cb), self);
  g_signal_connect_swapped (self->ends_on, "changed", G_CALLBACK (on_dates_changed_cb), self);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_widget (GTK_WINDOW (self), begin);
  for (GtkWidget **entry = (GtkWidget *[]){ self->title, self->starts_on, self->ends_on, NULL };
       *entry != NULL; entry++)
    gtk_entry_set_activates_default (GTK_ENTRY (*entry), TRUE);
  gtk_window_set_focus (GTK_WINDOW (self), self->title);
}

static void
sf_new_evaluation_dispose (GObject *object)
{
  SfNewEvaluation *self = SF_NEW_EVALUATION (object);

  g_clear_object (&self->context);
  g_clear_object (&self->centre);
  g_clear_pointer (&self->frameworks, g_ptr_array_unref);
  g_clear_pointer (&self->evaluations, g_ptr_array_unref);
  g_clear_pointer (&self->guessed_title, g_free);
  G_OBJECT_CLASS (sf_new_evaluation_parent_class)->dispose (object);
}

static void
sf_new_evaluation_class_init (SfNewEvaluationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_new_evaluation_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
sf_new_evaluation_init (SfNewEvaluation *self)
{
  self->frameworks = g_ptr_array_new_with_free_func (g_object_unref);
}

void
sf_new_evaluation_present (GtkWidget *parent, SfContext *context, SfCentre *centre)
{
  SfNewEvaluation *self;
  GtkRoot *root;

  g_return_if_fail (SF_IS_CONTEXT (context));
  g_return_if_fail (SF_IS_CENTRE (centre));

  root = gtk_widget_get_root (parent);
  self = g_object_new (SF_TYPE_NEW_EVALUATION, "title", _ ("New evaluation"), "modal", TRUE,
                       "default-width", 520, "default-height", 620, NULL);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  self->context = g_object_ref (context);
  self->centre = g_object_ref (centre);
  self->evaluations = sf_model_list_evaluations (sf_context_get_model (context), centre);
  build (self);
  gtk_window_present (GTK_WINDOW (self));
}
