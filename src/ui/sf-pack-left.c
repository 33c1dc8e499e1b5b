/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-pack-left.h"

#include "ui/sf-parts.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define TITLES_SHOWN 100 /* for each reason; the rest is counted */
#define LEAST_HEIGHT 96
#define MOST_HEIGHT 220

struct _SfPackLeft
{
  GtkWidget parent_instance;

  GtkWidget *expander;
  GtkWidget *sum;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (SfPackLeft, sf_pack_left, GTK_TYPE_WIDGET)

static char *
describe_titles (GPtrArray *evidence)
{
  GString *text = g_string_new (NULL);
  guint n = evidence->len;

  for (guint i = 0; i < MIN (n, TITLES_SHOWN); i++)
    g_string_append_printf (text, "%s•\302\240%s", i > 0 ? "\n" : "",
                            sf_evidence_get_title (evidence->pdata[i]));
  if (n > TITLES_SHOWN)
    {
      g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "And %'u more.",
                                                            "And %'u more.", n - TITLES_SHOWN),
                                               n - TITLES_SHOWN);

      g_string_append_printf (text, "\n%s", more);
    }
  return g_string_free (text, FALSE);
}

static void
append_reason (SfPackLeft *self, const SfPackPlan *plan, SfPackReason reason)
{
  g_autofree char *sentence = sf_pack_plan_describe_reason (plan, reason);
  g_autofree char *titles = NULL;

  if (sentence == NULL)
    return;
  titles = describe_titles (plan->left_out[reason]);
  gtk_box_append (GTK_BOX (self->list), sf_part_label (sentence, "sf-form-label"));
  if (reason == SF_PACK_FOR_CENTRE)
    gtk_box_append (GTK_BOX (self->list),
                    sf_part_label (_ ("New evidence stays in the centre until you say who may see "
                                      "it."),
                                   "sf-row-subtitle"));
  gtk_box_append (GTK_BOX (self->list), sf_part_label (titles, "sf-row-subtitle"));
}

void
sf_pack_left_show (SfPackLeft *self, const SfPackPlan *plan)
{
  g_autofree char *sum = NULL;
  guint n = 0;

  g_return_if_fail (SF_IS_PACK_LEFT (self));

  sf_part_clear (self->list);
  for (guint i = 0; plan != NULL && i < SF_N_PACK_REASONS; i++)
    {
      n += plan->left_out[i]->len;
      append_reason (self, plan, (SfPackReason)i);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  sum = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                      "%'u piece of evidence stays behind: which and why",
                                      "%'u pieces of evidence stay behind: which and why", n),
                         n);
  sf_part_set_text (self->sum, sum);
  sf_part_set_name (self->expander, sum);
}

static void
sf_pack_left_dispose (GObject *object)
{
  g_clear_pointer (&SF_PACK_LEFT (object)->expander, gtk_widget_unparent);
  G_OBJECT_CLASS (sf_pack_left_parent_class)->dispose (object);
}

static void
sf_pack_left_class_init (SfPackLeftClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_pack_left_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sf_pack_left_init (SfPackLeft *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->sum = sf_part_label (NULL, NULL);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_margin_top (self->list, 6);
  gtk_widget_set_margin_start (self->list, 20);
  gtk_widget_set_margin_end (self->list, 12);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), LEAST_HEIGHT);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  /* it holds nothing but words, so it is itself what the arrows scroll */
  sf_part_set_name (scrolled, _ ("What stays behind"));
  self->expander = gtk_expander_new (NULL);
  gtk_expander_set_label_widget (GTK_EXPANDER (self->expander), self->sum);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), scrolled);
  gtk_widget_set_parent (self->expander, GTK_WIDGET (self));
}

GtkWidget *
sf_pack_left_new (void)
{
  return g_object_new (SF_TYPE_PACK_LEFT, NULL);
}
