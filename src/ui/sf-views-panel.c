/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-views-panel.h"

#include "base/sf-text.h"
#include "model/sf-spread.h"
#include "ui/sf-chip.h"
#include "ui/sf-parts.h"

#include <glib/gi18n-lib.h>

struct _SfViewsPanel
{
  AdwBin parent_instance;

  GtkWidget *rows;
  GtkWidget *spread;

  SfContext *context;
  SfStatement *statement;
};

G_DEFINE_FINAL_TYPE (SfViewsPanel, sf_views_panel, ADW_TYPE_BIN)

static GtkWidget *
make_view (SfViewsPanel *self, SfJudgement *judgement, SfContributor *contributor)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = sf_part_label (sf_contributor_get_name (contributor), "sf-row-title");
  GtkWidget *chip = sf_chip_new ();
  const char *texts[]
      = { sf_judgement_get_strengths (judgement), sf_judgement_get_improvements (judgement),
          sf_judgement_get_difference (judgement) };

  sf_chip_set_level (SF_CHIP (chip),
                     sf_judgement_find_level (judgement, sf_statement_get_scale (self->statement)));
  sf_chip_set_flat (SF_CHIP (chip), TRUE);
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), name);
  if (!sf_text_is_blank (sf_contributor_get_role (contributor)))
    gtk_box_append (GTK_BOX (box),
                    sf_part_label (sf_contributor_get_role (contributor), "sf-row-subtitle"));
  gtk_box_append (GTK_BOX (box), chip);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!sf_text_is_blank (texts[i]))
      {
        GtkWidget *words = sf_part_label (texts[i], "caption");

        gtk_label_set_selectable (GTK_LABEL (words), TRUE);
        gtk_widget_set_can_focus (words, FALSE);
        gtk_box_append (GTK_BOX (box), words);
      }
  gtk_widget_add_css_class (box, "panel-view");
  return box;
}

/* Of those who are not writing now: the writer's own view is in the editor. */
static guint
show_views (SfViewsPanel *self)
{
  SfModel *model = sf_context_get_model (self->context);
  SfContributor *writer = sf_workbook_get_writer (sf_context_get_workbook (self->context));
  g_autoptr (GPtrArray) judgements
      = sf_model_list_judgements (model, sf_context_get_evaluation (self->context),
                                  sf_statement_get_code (self->statement));
  guint n = 0;

  sf_part_clear (self->rows);
  for (guint i = 0; i < judgements->len; i++)
    {
      SfJudgement *judgement = judgements->pdata[i];
      SfContributor *contributor = sf_model_find (model, sf_judgement_get_contributor (judgement));

      if (contributor == NULL || contributor == writer)
        continue;
      gtk_box_append (GTK_BOX (self->rows), make_view (self, judgement, contributor));
      n++;
    }
  return n;
}

void
sf_views_panel_refresh (SfViewsPanel *self)
{
  SfSpread spread;
  g_autofree char *text = NULL, *line = NULL;
  guint n;

  g_return_if_fail (SF_IS_VIEWS_PANEL (self));

  if (self->statement == NULL)
    return;
  n = show_views (self);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  sf_spread_of_statement (sf_context_get_model (self->context),
                          sf_context_get_evaluation (self->context),
                          sf_statement_get_code (self->statement), &spread);
  text = sf_spread_to_text (&spread, sf_statement_get_scale (self->statement));
  line = g_strdup_printf (_ ("Together: %s"), text);
  sf_part_set_text (self->spread, line);
  gtk_widget_set_visible (self->spread, spread.total > 1 && *text != '\0');
}

void
sf_views_panel_show (SfViewsPanel *self, SfStatement *statement)
{
  g_return_if_fail (SF_IS_VIEWS_PANEL (self));

  self->statement = statement;
  sf_views_panel_refresh (self);
}

static void
sf_views_panel_dispose (GObject *object)
{
  g_clear_object (&SF_VIEWS_PANEL (object)->context);
  G_OBJECT_CLASS (sf_views_panel_parent_class)->dispose (object);
}

static void
sf_views_panel_class_init (SfViewsPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_views_panel_dispose;
}

static void
sf_views_panel_init (SfViewsPanel *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *heading = sf_part_heading (_ ("Other views"));

  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->spread = sf_part_label ("", "caption");
  gtk_widget_add_css_class (heading, "panel-header");
  gtk_widget_add_css_class (self->spread, "panel-foot");
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "panel");
  gtk_box_append (GTK_BOX (card), heading);
  gtk_box_append (GTK_BOX (card), self->rows);
  gtk_box_append (GTK_BOX (card), self->spread);
  adw_bin_set_child (ADW_BIN (self), card);
}

GtkWidget *
sf_views_panel_new (SfContext *context)
{
  SfViewsPanel *self = g_object_new (SF_TYPE_VIEWS_PANEL, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}
