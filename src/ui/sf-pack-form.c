/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-pack-form.h"

#include "ui/sf-drop-down.h"
#include "ui/sf-pack-left.h"
#include "ui/sf-parts.h"

#include <glib/gi18n-lib.h>

struct _SfPackForm
{
  GtkBox parent_instance;

  SfContext *context;
  SfPackPlan *plan;   /* of what is ticked now; NULL where nothing is */
  GHashTable *chosen; /* SfEvidence: the restricted pieces that were ticked */
  GPtrArray *areas;   /* of GtkCheckButton, in the framework's order */
  gboolean fixed;     /* the plan is being carried out */
  gulong changed_handler;

  GtkWidget *audience;
  GtkWidget *head;
  GtkWidget *originals;
  GtkWidget *restricted_part;
  GtkWidget *restricted;
  GtkWidget *summary;
  GtkWidget *left_out;
  GtkWidget *form_of;
};

G_DEFINE_FINAL_TYPE (SfPackForm, sf_pack_form, GTK_TYPE_BOX)

static guint planned_signal;

static void replan (SfPackForm *self);

/* --- planning ------------------------------------------------------------------------------ */

static gboolean
is_ticked (GtkWidget *check)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
}

static char **
list_areas (SfPackForm *self)
{
  GPtrArray *areas = sf_framework_get_areas (sf_context_get_framework (self->context));
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; i < self->areas->len && i < areas->len; i++)
    if (is_ticked (self->areas->pdata[i]))
      g_ptr_array_add (codes, g_strdup (sf_key_area_get_code (areas->pdata[i])));
  g_ptr_array_add (codes, NULL);
  return (char **)g_ptr_array_free (codes, FALSE);
}

/* What was ticked counts only while it is part of what is asked for. */
static GPtrArray *
list_chosen (SfPackForm *self, const SfPackPlan *plan)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < plan->restricted->len; i++)
    if (g_hash_table_contains (self->chosen, plan->restricted->pdata[i]))
      g_ptr_array_add (chosen, plan->restricted->pdata[i]);
  return chosen;
}

/* All files: for those that are neither picture nor film it makes no difference. */
static GPtrArray *
list_originals (const SfPackPlan *plan)
{
  GPtrArray *originals = g_ptr_array_new ();

  for (guint i = 0; i < plan->items->len; i++)
    {
      SfPackItem *item = plan->items->pdata[i];
      g_autoptr (GPtrArray) files = sf_model_list_attachments (plan->model, item->evidence);

      for (guint j = 0; j < files->len; j++)
        g_ptr_array_add (originals, files->pdata[j]);
    }
  return originals;
}

/* No area ticked asks for nothing, not for all. */
static SfPackPlan *
make_plan (SfPackForm *self, GError **error)
{
  SfModel *model = sf_context_get_model (self->context);
  g_auto (GStrv) areas = list_areas (self);
  guint audience = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->audience));
  SfPackOptions options = { .evaluation = sf_context_get_evaluation (self->context),
                            .audience = MIN (audience, SF_PACK_CENTRE),
                            .areas = (const char *const *)areas,
                            .head = is_ticked (self->head) };
  g_autoptr (SfPackPlan) bare = NULL, whole = NULL;
  g_autoptr (GPtrArray) chosen = NULL, originals = NULL;

  if (areas[0] == NULL)
    return NULL;
  bare = sf_pack_plan_new (model, &options, error);
  if (bare == NULL)
    return NULL;
  chosen = list_chosen (self, bare);
  options.restricted = chosen;
  whole = sf_pack_plan_new (model, &options, error);
  if (whole == NULL || !is_ticked (self->originals))
    return g_steal_pointer (&whole);
  originals = list_originals (whole);
  options.originals = originals;
  return sf_pack_plan_new (model, &options, error);
}

static void
on_restricted_toggled_cb (GtkWidget *check, SfPackForm *self)
{
  SfEvidence *evidence = g_object_get_data (G_OBJECT (check), "evidence");

  if (is_ticked (check))
    g_hash_table_add (self->chosen, g_object_ref (evidence));
  else
    g_hash_table_remove (self->chosen, evidence);
  replan (self);
}

/* --- showing what is planned ----------------------------------------------------------------- */

static GtkWidget *
create_check (const char *label)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *text = sf_part_label (label, NULL);

  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), text);
  sf_part_set_name (check, label);
  return check;
}

/* Whether the boxes that are there stand for the same pieces; if so they keep their focus. */
static gboolean
shows_restricted (SfPackForm *self, GPtrArray *restricted)
{
  GtkWidget *child = gtk_widget_get_first_child (self->restricted);

  for (guint i = 0; i < restricted->len; i++)
    {
      if (child == NULL || g_object_get_data (G_OBJECT (child), "evidence") != restricted->pdata[i])
        return FALSE;
      child = gtk_widget_get_next_sibling (child);
    }
  return child == NULL;
}

static void
show_restricted (SfPackForm *self, GPtrArray *restricted)
{
  gtk_widget_set_visible (self->restricted_part, restricted->len > 0);
  if (shows_restricted (self, restricted))
    return;
  sf_part_clear (self->restricted);
  for (guint i = 0; i < restricted->len; i++)
    {
      SfEvidence *evidence = restricted->pdata[i];
      GtkWidget *check = create_check (sf_evidence_get_title (evidence));

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   g_hash_table_contains (self->chosen, evidence));
      g_object_set_data_full (G_OBJECT (check), "evidence", g_object_ref (evidence),
                              g_object_unref);
      g_signal_connect (check, "toggled", G_CALLBACK (on_restricted_toggled_cb), self);
      gtk_box_append (GTK_BOX (self->restricted), check);
    }
}

static void
show_plan (SfPackForm *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree char *summary = NULL;

  show_restricted (self, self->plan != NULL ? self->plan->restricted : none);
  sf_pack_left_show (SF_PACK_LEFT (self->left_out), self->plan);
  if (self->plan == NULL)
    {
      sf_part_set_text (self->summary, _ ("Nothing is ticked, so there is nothing to pack."));
      return;
    }
  summary = sf_pack_plan_describe (self->plan);
  sf_part_set_text (self->summary, summary);
}

static void
replan (SfPackForm *self)
{
  g_autoptr (GError) error = NULL;

  if (self->fixed || sf_context_get_evaluation (self->context) == NULL)
    return;
  g_clear_pointer (&self->plan, sf_pack_plan_free);
  self->plan = make_plan (self, &error);
  if (error != NULL)
    sf_context_report (self->context, error);
  show_plan (self);
  g_signal_emit (self, planned_signal, 0);
}

/* --- building ----------------------------------------------------------------------------------
 */

static void
append_labelled (GtkWidget *box, const char *label, GtkWidget *control)
{
  GtkWidget *text = gtk_label_new_with_mnemonic (label);

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_add_css_class (text, "sf-form-label");
  sf_part_set_labelled_by (control, text);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), control);
}

static void
append_areas (SfPackForm *self, GtkWidget *box)
{
  GPtrArray *areas = sf_framework_get_areas (sf_context_get_framework (self->context));

  gtk_box_append (GTK_BOX (box), sf_part_label (_ ("What it speaks for"), "sf-form-label"));
  for (guint i = 0; i < areas->len; i++)
    {
      GtkWidget *check = create_check (sf_key_area_get_title (areas->pdata[i]));

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
      g_signal_connect_swapped (check, "toggled", G_CALLBACK (replan), self);
      g_ptr_array_add (self->areas, check);
      gtk_box_append (GTK_BOX (box), check);
    }
  self->head = create_check (_ ("Also what speaks for the head’s own practice"));
  g_signal_connect_swapped (self->head, "toggled", G_CALLBACK (replan), self);
  gtk_box_append (GTK_BOX (box), self->head);
}

static GtkWidget *
create_restricted (SfPackForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->restricted = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), sf_part_label (_ ("Restricted evidence"), "sf-form-label"));
  gtk_box_append (GTK_BOX (box),
                  sf_part_label (_ ("It stays in the centre unless you tick it here, each piece by "
                                    "itself: it may tell of a child or a family."),
                                 "sf-row-subtitle"));
  gtk_box_append (GTK_BOX (box), self->restricted);
  return box;
}

static void
append_originals (SfPackForm *self, GtkWidget *box)
{
  self->originals = create_check (_ ("Keep the place and camera details"));
  g_signal_connect_swapped (self->originals, "toggled", G_CALLBACK (replan), self);
  gtk_box_append (GTK_BOX (box), sf_part_label (_ ("Photographs and films"), "sf-form-label"));
  gtk_box_append (GTK_BOX (box),
                  sf_part_label (_ ("The place and camera details are removed. Any photograph "
                                    "where that cannot be done is left out. Photographs inside "
                                    "documents, mails and ZIP files keep theirs."),
                                 "sf-row-subtitle"));
  gtk_box_append (GTK_BOX (box), self->originals);
}

static GtkWidget *
create_form (SfPackForm *self)
{
  const char *const audiences[] = { _ ("Anybody"), _ ("The governing body and the local authority"),
                                    _ ("The centre’s own staff"), NULL };
  const char *const forms[] = { _ ("A ZIP file, to send"), _ ("A folder, for a stick"), NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->audience = sf_drop_down_new_from_strings (audiences);
  self->form_of = sf_drop_down_new_from_strings (forms);
  self->restricted_part = create_restricted (self);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->audience), SF_PACK_BOARD);
  g_signal_connect_swapped (self->audience, "notify::selected", G_CALLBACK (replan), self);
  gtk_box_append (GTK_BOX (box),
                  sf_part_label (_ ("An index, the files, and a list to check them by, for an "
                                    "inspector or adviser."),
                                 NULL));
  append_labelled (box, _ ("_For"), self->audience);
  append_areas (self, box);
  gtk_box_append (GTK_BOX (box), self->restricted_part);
  append_originals (self, box);
  append_labelled (box, _ ("_As"), self->form_of);
  return sf_part_scrolled (box, 560);
}

/* What is ticked comes to this: always in sight. */
static GtkWidget *
create_sum (SfPackForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->summary = sf_part_label (NULL, "heading");
  self->left_out = sf_pack_left_new ();
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_box_append (GTK_BOX (box), self->summary);
  gtk_box_append (GTK_BOX (box), self->left_out);
  return box;
}

static void
build (SfPackForm *self)
{
  GtkWidget *form = create_form (self);

  gtk_widget_set_vexpand (form, TRUE);
  gtk_box_append (GTK_BOX (self), form);
  gtk_box_append (GTK_BOX (self), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self), create_sum (self));
}

static void
sf_pack_form_dispose (GObject *object)
{
  SfPackForm *self = SF_PACK_FORM (object);

  if (self->context != NULL && self->changed_handler != 0)
    g_clear_signal_handler (&self->changed_handler, sf_context_get_model (self->context));
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_pack_form_parent_class)->dispose (object);
}

static void
sf_pack_form_finalize (GObject *object)
{
  SfPackForm *self = SF_PACK_FORM (object);

  g_clear_pointer (&self->plan, sf_pack_plan_free);
  g_clear_pointer (&self->chosen, g_hash_table_unref);
  g_clear_pointer (&self->areas, g_ptr_array_unref);
  G_OBJECT_CLASS (sf_pack_form_parent_class)->finalize (object);
}

static void
sf_pack_form_class_init (SfPackFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_pack_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = sf_pack_form_finalize;
  planned_signal = g_signal_new ("planned", SF_TYPE_PACK_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
sf_pack_form_init (SfPackForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->chosen = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->areas = g_ptr_array_new ();
}

GtkWidget *
sf_pack_form_new (SfContext *context)
{
  SfPackForm *self = g_object_new (SF_TYPE_PACK_FORM, NULL);

  self->context = g_object_ref (context);
  build (self);
  self->changed_handler = g_signal_connect_swapped (sf_context_get_model (context), "changed",
                                                    G_CALLBACK (replan), self);
  replan (self);
  return GTK_WIDGET (self);
}

SfPackPlan *
sf_pack_form_get_plan (SfPackForm *self)
{
  g_return_val_if_fail (SF_IS_PACK_FORM (self), NULL);

  return self->plan;
}

gboolean
sf_pack_form_get_wants_zip (SfPackForm *self)
{
  g_return_val_if_fail (SF_IS_PACK_FORM (self), FALSE);

  return gtk_drop_down_get_selected (GTK_DROP_DOWN (self->form_of)) == 0;
}

void
sf_pack_form_set_fixed (SfPackForm *self, gboolean fixed)
{
  g_return_if_fail (SF_IS_PACK_FORM (self));

  self->fixed = fixed;
  if (!fixed && self->context != NULL)
    replan (self);
}
