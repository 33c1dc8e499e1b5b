/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-draft-dialog.h"

#include "base/sf-text.h"
#include "model/sf-judgement-state.h"
#include "model/sf-plan-draft.h"
#include "ui/sf-button.h"
#include "ui/sf-chip.h"
#include "ui/sf-drop-down.h"
#include "ui/sf-fold-box.h"
#include "ui/sf-line.h"
#include "ui/sf-parts.h"
#include "ui/sf-pile.h"
#include "workbook/sf-workbook-edit.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define SF_TYPE_DRAFT_DIALOG (sf_draft_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SfDraftDialog, sf_draft_dialog, SF, DRAFT_DIALOG, AdwWindow)

struct _SfDraftDialog
{
  AdwWindow parent_instance;

  SfContext *context;
  GPtrArray *lines;      /* of SfDraftLine */
  GPtrArray *checks;     /* of GtkCheckButton, one for each, borrowed */
  GPtrArray *priorities; /* of SfPriority, held */
  GtkWidget *make;
  GtkWidget *priority; /* after them: a new one */
  GtkWidget *title_box;
  GtkWidget *title;
  GtkWidget *lead;
  GtkWidget *note;
  GtkWidget *count;
  SfDraftedFunc drafted;
  gpointer data;
  GDestroyNotify destroy;
};

G_DEFINE_FINAL_TYPE (SfDraftDialog, sf_draft_dialog, ADW_TYPE_WINDOW)

/* --- making actions of what is ticked --------------------------------------------------------- */

static GPtrArray *
list_ticked (SfDraftDialog *self)
{
  GPtrArray *ticked = g_ptr_array_new ();

  for (guint i = 0; i < self->lines->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_ptr_array_add (ticked, self->lines->pdata[i]);
  return ticked;
}

/* NULL: a new one */
static SfPriority *
get_priority (SfDraftDialog *self)
{
  guint n = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->priority));

  return n < self->priorities->len ? self->priorities->pdata[n] : NULL;
}

static void
update (SfDraftDialog *self)
{
  g_autoptr (GPtrArray) ticked = list_ticked (self);
  g_autofree char *text
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u action", "%u actions", ticked->len),
                         ticked->len);

  gtk_widget_set_visible (self->title_box, get_priority (self) == NULL);
  sf_part_set_text (self->count, text);
  gtk_widget_set_sensitive (self->make, ticked->len > 0);
}

static void
on_make_cb (SfDraftDialog *self)
{
  g_autoptr (GPtrArray) ticked = list_ticked (self);
  SfPlanDraft draft = { .evaluation = sf_context_get_evaluation (self->context),
                        .priority = get_priority (self),
                        .title = gtk_editable_get_text (GTK_EDITABLE (self->title)),
                        .lead = gtk_editable_get_text (GTK_EDITABLE (self->lead)),
                        .lines = ticked };
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  SfUuid uuid;

  if (!sf_workbook_draft_actions (sf_context_get_workbook (self->context), &draft, &uuid, &error))
    {
      sf_part_set_text (self->note, error->message);
      gtk_widget_set_visible (self->note, TRUE);
      gtk_widget_grab_focus (draft.priority == NULL ? self->title : self->priority);
      return;
    }
  said = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u action was drafted.",
                                       "%u actions were drafted.", ticked->len),
                          ticked->len);
  self->drafted (&uuid, self->data);
  sf_context_say (self->context, said, TRUE);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- building ----------------------------------------------------------------------------------
 */

/* "LLD-S5 · Parents as partners in learning", or where the line is in the plan already */
static char *
describe_line (SfDraftLine *line)
{
  if (line->taken != NULL)
    return g_strdup_printf (_ ("%s · in the plan as “%s”"), sf_statement_get_code (line->statement),
                            sf_action_get_title (line->taken));
  return g_strdup_printf ("%s · %s", sf_statement_get_code (line->statement),
                          sf_statement_get_title (line->statement));
}

static GtkWidget *
create_line (SfDraftDialog *self, SfDraftLine *line)
{
  SfLevel *level
      = sf_judgement_find_level (line->judgement, sf_statement_get_scale (line->statement));
  GtkWidget *row = sf_line_new (12), *words = sf_pile_new (2), *chip = sf_chip_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *place = describe_line (line), *name = NULL;

  sf_chip_set_level (SF_CHIP (chip), level);
  sf_chip_set_flat (SF_CHIP (chip), TRUE);
  gtk_box_append (GTK_BOX (words), sf_part_row_label (line->text, "sf-row-title"));
  gtk_box_append (GTK_BOX (words), sf_part_row_label (place, "sf-row-subtitle"));
  gtk_widget_set_hexpand (words, TRUE);
  sf_line_append (SF_LINE (row), words);
  sf_line_append (SF_LINE (row), chip);
  gtk_widget_set_hexpand (row, TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  name = g_strdup_printf ("%s, %s, %s", line->text, place, sf_chip_get_text (SF_CHIP (chip)));
  sf_part_set_name (check, name);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), row);
  gtk_widget_set_sensitive (check, line->taken == NULL);
  gtk_widget_add_css_class (check, "sf-draft-line");
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (update), self);
  g_ptr_array_add (self->checks, check);
  return check;
}

static GtkWidget *
create_lines (SfDraftDialog *self)
{
  GtkWidget *card = sf_part_card (_ ("What the judgements say is to be improved"), NULL);

  for (guint i = 0; i < self->lines->len; i++)
    gtk_box_append (GTK_BOX (card), create_line (self, self->lines->pdata[i]));
  if (self->lines->len == 0)
    gtk_box_append (
        GTK_BOX (card),
        sf_part_label (_ ("No agreed judgement says anything that is to be improved. It "
                          "is written in the key areas, under each statement."),
                       "sf-nothing"));
  return card;
}

static GtkWidget *
create_entry (GtkWidget **entry, const char *label, const char *placeholder)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 5);
  GtkWidget *text = gtk_label_new_with_mnemonic (label);

  *entry = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (*entry), SF_TEXT_MAX_LINE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (*entry), placeholder);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_add_css_class (text, "sf-form-label");
  sf_part_set_labelled_by (*entry, text);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), *entry);
  return box;
}

static GtkWidget *
create_priority (SfDraftDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 5);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Under which priority"));
  GtkStringList *words = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->priorities->len; i++)
    gtk_string_list_append (words, sf_priority_get_title (self->priorities->pdata[i]));
  gtk_string_list_append (words, _ ("A new priority"));
  self->priority = sf_drop_down_new (words);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "sf-form-label");
  sf_part_set_labelled_by (self->priority, label);
  g_signal_connect_swapped (self->priority, "notify::selected", G_CALLBACK (update), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->priority);
  return box;
}

static GtkWidget *
create_body (SfDraftDialog *self)
{
  GtkWidget *body = sf_pile_new (12);

  gtk_box_append (
      GTK_BOX (body),
      sf_part_label (_ ("Tick what shall become an action. Each keeps the judgement that it comes "
                        "from; lead, date and cost are added in the plan."),
                     NULL));
  gtk_box_append (GTK_BOX (body),
                  sf_fold_box_new (create_priority (self),
                                   create_entry (&self->lead, _ ("Who _leads, if one leads all"),
                                                 _ ("May stay empty")),
                                   24, 20, 12));
  self->title_box = create_entry (&self->title, _ ("What the _new priority is called"),
                                  _ ("What comes first this year"));
  self->note = sf_part_label (NULL, "error");
  gtk_widget_set_visible (self->note, FALSE);
  gtk_box_append (GTK_BOX (body), self->title_box);
  gtk_box_append (GTK_BOX (body), self->note);
  gtk_box_append (GTK_BOX (body), create_lines (self));
  return sf_part_scrolled (body, sf_part_window_width (GTK_WIDGET (self), 720));
}

static void
build (SfDraftDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *header = adw_header_bar_new ();
  GtkWidget *cancel = sf_button_new (_ ("_Cancel")), *body;

  self->make = sf_button_new (_ ("_Make actions"));
  gtk_widget_add_css_class (self->make, "suggested-action");
  g_signal_connect_swapped (self->make, "clicked", G_CALLBACK (on_make_cb), self);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "dim-label");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->make);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->count);
  body = create_body (self);
  gtk_widget_set_vexpand (body, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), body);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->make);
  update (self);
}

static void
sf_draft_dialog_dispose (GObject *object)
{
  SfDraftDialog *self = SF_DRAFT_DIALOG (object);

  g_clear_object (&self->context);
  if (self->destroy != NULL && self->data != NULL)
    self->destroy (self->data);
  self->data = NULL;
  G_OBJECT_CLASS (sf_draft_dialog_parent_class)->dispose (object);
}

static void
sf_draft_dialog_finalize (GObject *object)
{
  SfDraftDialog *self = SF_DRAFT_DIALOG (object);

  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->priorities);
  G_OBJECT_CLASS (sf_draft_dialog_parent_class)->finalize (object);
}

static void
sf_draft_dialog_class_init (SfDraftDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_draft_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sf_draft_dialog_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
sf_draft_dialog_init (SfDraftDialog *self)
{
  self->checks = g_ptr_array_new ();
}

void
sf_draft_dialog_present (GtkWidget *parent,
                         SfContext *context,
                         SfDraftedFunc drafted,
                         gpointer data,
                         GDestroyNotify destroy)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  SfEvaluation *evaluation = sf_context_get_evaluation (context);
  SfModel *model = sf_context_get_model (context);
  SfDraftDialog *self;

  g_return_if_fail (evaluation != NULL);

  sf_workbook_commit_all_drafts (sf_context_get_workbook (context));
  self = g_object_new (SF_TYPE_DRAFT_DIALOG, "title", _ ("Draft from improvements"), "modal", TRUE,
                       NULL);
  gtk_window_set_default_size (GTK_WINDOW (self), sf_part_window_width (GTK_WIDGET (self), 720),
                               680);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  self->context = g_object_ref (context);
  self->drafted = drafted;
  self->data = data;
  self->destroy = destroy;
  self->lines = sf_plan_list_draft_lines (model, evaluation);
  self->priorities = sf_plan_list_priorities (model, evaluation);
  g_ptr_array_foreach (self->priorities, (GFunc)(GCallback)g_object_ref, NULL);
  g_ptr_array_set_free_func (self->priorities, g_object_unref);
  build (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->checks->len > 0 ? GTK_WIDGET (self->checks->pdata[0])
                                               : self->priority);
}
