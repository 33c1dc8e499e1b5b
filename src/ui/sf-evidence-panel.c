/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-evidence-panel.h"

#include "model/sf-support.h"
#include "ui/sf-attacher.h"
#include "ui/sf-evidence-drag.h"
#include "ui/sf-evidence-link-row.h"
#include "ui/sf-evidence-picker.h"
#include "ui/sf-menu-button.h"
#include "ui/sf-parts.h"

#include <glib/gi18n-lib.h>

struct _SfEvidencePanel
{
  AdwBin parent_instance;

  GtkWidget *card;
  GtkWidget *count;
  GtkWidget *support;
  GtkWidget *concern;
  GtkWidget *rows;
  GtkWidget *add_box;
  GtkWidget *choose;
  GtkWidget *choose_label;
  GtkWidget *link_button;
  GtkWidget *attacher;
  GtkWidget *picker;

  SfContext *context;
  SfStatement *statement;
};

G_DEFINE_FINAL_TYPE (SfEvidencePanel, sf_evidence_panel, ADW_TYPE_BIN)

static void
on_choose_cb (GtkButton *button, SfEvidencePanel *self)
{
  sf_attacher_choose (SF_ATTACHER (self->attacher));
}

/* --- what it shows ------------------------------------------------------------------------------
 */

static GtkWidget *
find_row (SfEvidencePanel *self, gpointer link)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if ((gpointer)sf_evidence_link_row_get_link (SF_EVIDENCE_LINK_ROW (row)) == link)
      return row;
  return NULL;
}

/* The rows of links that are not shown here are kept for others: making one costs more than a step
 * from statement to statement may. */
static void
let_go_of_rest (SfEvidencePanel *self, GPtrArray *links)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      gpointer link = sf_evidence_link_row_get_link (SF_EVIDENCE_LINK_ROW (row));

      if (link == NULL || g_ptr_array_find (links, link, NULL))
        continue;
      if (gtk_widget_get_focus_child (self->rows) == row)
        gtk_widget_grab_focus (self->choose);
      sf_evidence_link_row_set_link (SF_EVIDENCE_LINK_ROW (row), NULL);
    }
}

static GtkWidget *
ensure_row (SfEvidencePanel *self, SfEvidenceLink *link)
{
  GtkWidget *row = find_row (self, link);

  if (row == NULL)
    row = find_row (self, NULL);
  if (row == NULL)
    {
      row = sf_evidence_link_row_new (self->context);
      gtk_box_append (GTK_BOX (self->rows), row);
    }
  if (sf_evidence_link_row_get_link (SF_EVIDENCE_LINK_ROW (row)) == link)
    sf_evidence_link_row_refresh (SF_EVIDENCE_LINK_ROW (row));
  else
    sf_evidence_link_row_set_link (SF_EVIDENCE_LINK_ROW (row), link);
  return row;
}

/* Links to evidence that is retired are not shown. */
static GPtrArray *
list_links (SfEvidencePanel *self)
{
  SfModel *model = sf_context_get_model (self->context);
  GPtrArray *links = sf_model_list_evidence_links (model, sf_context_get_evaluation (self->context),
                                                   sf_statement_get_code (self->statement));

  for (guint i = links->len; i > 0; i--)
    {
      SfEvidence *evidence = sf_model_get_evidence (model, links->pdata[i - 1]);

      if (evidence == NULL || !sf_record_is_null (SF_RECORD (evidence), SF_EVIDENCE_RETIRED_AT))
        g_ptr_array_remove_index (links, i - 1);
    }
  return links;
}

/* Rows that stay are not touched: one of them may be written in. */
static void
show_rows (SfEvidencePanel *self)
{
  g_autoptr (GPtrArray) links = list_links (self);
  GtkWidget *previous = NULL;

  let_go_of_rest (self, links);
  for (guint i = 0; i < links->len; i++)
    {
      GtkWidget *row = ensure_row (self, links->pdata[i]);

      if (gtk_widget_get_prev_sibling (row) != previous)
        gtk_box_reorder_child_after (GTK_BOX (self->rows), row, previous);
      previous = row;
    }
}

static void
show_support (SfEvidencePanel *self)
{
  SfModel *model = sf_context_get_model (self->context);
  SfEvaluation *evaluation = sf_context_get_evaluation (self->context);
  SfSupport support;
  SfSupportConcern concern = sf_support_get_concern (model, evaluation, self->statement);
  g_autofree char *count = NULL, *detail = NULL, *text = NULL, *sentence = NULL;

  sf_support_of_statement (model, evaluation, sf_statement_get_code (self->statement), &support);
  count = sf_support_to_text (&support);
  sf_part_set_text (self->count, count);
  detail = sf_support_detail_to_text (&support);
  sf_part_set_text (self->support, detail);
  gtk_widget_set_visible (self->support, *detail != '\0');
  text = sf_support_concern_to_text (concern, &support);
  if (concern != SF_SUPPORT_FINE)
    sentence = g_strdup_printf (_ ("This judgement %s."), text);
  sf_part_set_text (self->concern, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->concern, sentence != NULL);
}

void
sf_evidence_panel_refresh (SfEvidencePanel *self)
{
  g_return_if_fail (SF_IS_EVIDENCE_PANEL (self));

  if (self->statement == NULL)
    return;
  show_rows (self);
  show_support (self);
  gtk_widget_set_sensitive (self->add_box, sf_context_can_edit (self->context));
}

void
sf_evidence_panel_show (SfEvidencePanel *self, SfStatement *statement)
{
  g_return_if_fail (SF_IS_EVIDENCE_PANEL (self));

  self->statement = statement;
  sf_attacher_set_goal (SF_ATTACHER (self->attacher), NULL, sf_statement_get_code (statement));
  sf_evidence_picker_set_statement (SF_EVIDENCE_PICKER (self->picker),
                                    sf_statement_get_code (statement));
  sf_evidence_panel_refresh (self);
}

gboolean
sf_evidence_panel_paste (SfEvidencePanel *self)
{
  g_return_val_if_fail (SF_IS_EVIDENCE_PANEL (self), FALSE);

  return self->statement != NULL && sf_attacher_paste (SF_ATTACHER (self->attacher));
}

void
sf_evidence_panel_accept_drops (SfEvidencePanel *self, GtkWidget *target)
{
  g_return_if_fail (SF_IS_EVIDENCE_PANEL (self));

  sf_attacher_accept_drops (SF_ATTACHER (self->attacher), target);
}

/* A drag from the library, wherever on the card it ends. */
static const char *
find_code (GtkWidget *card, double y, gpointer data)
{
  SfEvidencePanel *self = data;

  return self->statement != NULL ? sf_statement_get_code (self->statement) : NULL;
}

/* --- the object ---------------------------------------------------------------------------------
 */

static void
sf_evidence_panel_dispose (GObject *object)
{
  SfEvidencePanel *self = SF_EVIDENCE_PANEL (object);

  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_evidence_panel_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, SfEvidencePanel, name)

static void
sf_evidence_panel_class_init (SfEvidencePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sf_evidence_panel_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sixfold_app/Sixfold/ui/sf-evidence-panel.ui");
  BIND (card);
  BIND (count);
  BIND (support);
  BIND (concern);
  BIND (rows);
  BIND (add_box);
  BIND (choose);
  BIND (choose_label);
  BIND (link_button);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_cb);
}

static void
sf_evidence_panel_init (SfEvidencePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sf_part_set_name (self->choose, _ ("Drop files here, paste, or choose… (add evidence)"));
  sf_menu_button_set_name (self->link_button, _ ("Link what is there already"));
}

GtkWidget *
sf_evidence_panel_new (SfContext *context)
{
  SfEvidencePanel *self = g_object_new (SF_TYPE_EVIDENCE_PANEL, NULL);

  self->context = g_object_ref (context);
  self->attacher = sf_attacher_new (context);
  gtk_box_append (GTK_BOX (self->add_box), self->attacher);
  sf_attacher_accept_drops (SF_ATTACHER (self->attacher), self->card);
  sf_evidence_drag_accept (self->card, context, find_code, self);
  self->picker = sf_evidence_picker_new (context);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->link_button), self->picker);
  return GTK_WIDGET (self);
}
