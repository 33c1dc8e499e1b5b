/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-identity-card.h"

#include "exchange/sf-identity-list.h"
#include "ui/sf-button.h"
#include "ui/sf-line.h"
#include "ui/sf-parts.h"
#include "ui/sf-pile.h"
#include "workbook/sf-workbook-identity.h"

#include <glib/gi18n-lib.h>

struct _SfIdentityCard
{
  AdwBin parent_instance;

  SfReportWork *work;
  GtkWidget *count;
  GtkWidget *rows;
  GtkWidget *settled; /* a line for those that were confirmed */
  GtkWidget *settled_rows;
  char *shown; /* the digests that the rows are of */
};

G_DEFINE_FINAL_TYPE (SfIdentityCard, sf_identity_card, ADW_TYPE_BIN)

/* A row's button says what it is of. */
typedef struct
{
  char *digest;
  SfRecord *record;
  const char *column;
} Place;

static void
place_free (gpointer data, GClosure *closure)
{
  Place *place = data;

  g_object_unref (place->record);
  g_free (place->digest);
  g_free (place);
}

static Place *
place_new (const SfIdentityItem *item)
{
  Place *place = g_new0 (Place, 1);

  place->digest = g_strdup (item->digest);
  place->record = g_object_ref (item->leads->record);
  place->column = item->leads->column;
  return place;
}

static SfIdentityCard *
get_card (GtkWidget *button)
{
  return SF_IDENTITY_CARD (gtk_widget_get_ancestor (button, SF_TYPE_IDENTITY_CARD));
}

static void
on_go_cb (GtkWidget *button, gpointer data)
{
  Place *place = data;

  sf_context_go_column (sf_report_work_get_context (get_card (button)->work), place->record,
                        place->column);
}

static void
change (GtkWidget *button,
        Place *place,
        gboolean (*function) (SfWorkbook *, SfEvaluation *, const char *, const char *, GError **))
{
  SfReportWork *work = get_card (button)->work;
  SfContext *context = sf_report_work_get_context (work);
  GError *error = NULL;
  gboolean done
      = function (sf_context_get_workbook (context), sf_report_work_get_evaluation (work),
                  sf_audience_get_id (sf_report_work_get_audience (work)), place->digest, &error);

  sf_context_check (context, done, error);
}

static void
on_confirm_cb (GtkWidget *button, gpointer data)
{
  change (button, data, sf_workbook_confirm_identity);
}

static void
on_ask_cb (GtkWidget *button, gpointer data)
{
  change (button, data, sf_workbook_ask_identity_again);
}

/* --- rows ------------------------------------------------------------------------------------- */

static GtkWidget *
add_button (GtkWidget *line,
            const char *label,
            const char *about,
            const SfIdentityItem *item,
            GCallback callback)
{
  GtkWidget *button = sf_button_new (label);
  /* Translators: what a button does, and what it is about */
  g_autofree char *name = g_strdup_printf (_ ("%1$s: %2$s"), about, item->leads->title);

  sf_part_set_name (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  g_signal_connect_data (button, "clicked", callback, place_new (item), place_free, 0);
  sf_line_append (SF_LINE (line), button);
  return button;
}

static GtkWidget *
create_row (const SfIdentityItem *item)
{
  GtkWidget *row = sf_pile_new (4), *line = sf_line_new (6);

  gtk_widget_add_css_class (row, "sf-identity-row");
  gtk_box_append (GTK_BOX (row), sf_part_label (item->leads->title, NULL));
  gtk_box_append (GTK_BOX (row), sf_part_label (item->leads->detail, "sf-row-subtitle"));
  add_button (line, _ ("Go there"), _ ("Go there"), item, G_CALLBACK (on_go_cb));
  if (item->confirmed)
    add_button (line, _ ("Ask again"), _ ("Ask again"), item, G_CALLBACK (on_ask_cb));
  else
    add_button (line, _ ("Identifies nobody"), _ ("Identifies nobody"), item,
                G_CALLBACK (on_confirm_cb));
  gtk_box_append (GTK_BOX (row), line);
  return row;
}

/* Which button of which row has the focus: of those that are open, so that confirming one by one
 * goes on to the next. */
static gboolean
find_focus (SfIdentityCard *self, guint *nth)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  *nth = 0;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->rows))
    return FALSE;
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL;
       row = gtk_widget_get_next_sibling (row), (*nth)++)
    if (gtk_widget_is_ancestor (focus, row))
      return TRUE;
  return FALSE;
}

static void
focus_row (SfIdentityCard *self, guint nth)
{
  GtkWidget *row = gtk_widget_get_first_child (self->rows), *line, *button;

  while (row != NULL && nth-- > 0 && gtk_widget_get_next_sibling (row) != NULL)
    row = gtk_widget_get_next_sibling (row);
  if (row == NULL)
    {
      gtk_widget_child_focus (self->settled, GTK_DIR_TAB_FORWARD);
      return;
    }
  line = gtk_widget_get_last_child (row);
  button = gtk_widget_get_last_child (line);
  gtk_widget_grab_focus (button);
}

static char *
list_digests (GPtrArray *items)
{
  GString *digests = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const SfIdentityItem *item = items->pdata[i];

      g_string_append_printf (digests, "%s%c%s;", item->digest, item->confirmed ? '+' : '-',
                              item->leads->detail);
    }
  return g_string_free (digests, FALSE);
}

static void
show_count (SfIdentityCard *self, guint open, guint settled)
{
  g_autofree char *text = NULL, *label = NULL;

  if (open > 0)
    text
        = g_strdup_printf (ngettext ("%u place to mend or to confirm before it is printed.",
                                     "%u places to mend or to confirm before it is printed.", open),
                           open);
  else
    text = g_strdup (settled > 0 ? _ ("All that was found is confirmed.")
                                 : _ ("Nothing was found."));
  sf_part_set_text (self->count, text);
  label = g_strdup_printf (ngettext ("%u confirmed", "%u confirmed", settled), settled);
  gtk_expander_set_label (GTK_EXPANDER (self->settled), label);
  sf_part_set_name (self->settled, label);
  gtk_widget_set_visible (self->settled, settled > 0);
}

void
sf_identity_card_show (SfIdentityCard *self, SfReportWork *work)
{
  GPtrArray *items = sf_report_work_get_identities (work);
  g_autofree char *digests = NULL;
  gboolean had_focus;
  guint nth, open;

  g_set_object (&self->work, work);
  gtk_widget_set_visible (GTK_WIDGET (self), items != NULL);
  if (items == NULL)
    return;
  digests = list_digests (items);
  if (g_strcmp0 (digests, self->shown) == 0)
    return;
  had_focus = find_focus (self, &nth);
  g_free (self->shown);
  self->shown = g_steal_pointer (&digests);
  sf_part_clear (self->rows);
  sf_part_clear (self->settled_rows);
  open = sf_identity_count_open (items);
  for (guint i = 0; i < items->len; i++)
    gtk_box_append (GTK_BOX (i < open ? self->rows : self->settled_rows),
                    create_row (items->pdata[i]));
  show_count (self, open, items->len - open);
  if (had_focus)
    focus_row (self, nth);
}

void
sf_identity_card_focus_open (SfIdentityCard *self)
{
  focus_row (self, 0);
}

static void
sf_identity_card_dispose (GObject *object)
{
  SfIdentityCard *self = SF_IDENTITY_CARD (object);

  g_clear_object (&self->work);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (sf_identity_card_parent_class)->dispose (object);
}

static void
sf_identity_card_class_init (SfIdentityCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_identity_card_dispose;
}

static void
sf_identity_card_init (SfIdentityCard *self)
{
  GtkWidget *card = sf_part_card (_ ("May identify somebody"), NULL);
  GtkWidget *inside = sf_pile_new (8);

  gtk_widget_add_css_class (inside, "sf-card-text");
  self->count = sf_part_label (NULL, NULL);
  self->rows = sf_pile_new (12);
  self->settled = gtk_expander_new (NULL);
  self->settled_rows = sf_pile_new (12);
  gtk_expander_set_child (GTK_EXPANDER (self->settled), self->settled_rows);
  gtk_box_append (GTK_BOX (inside), self->count);
  gtk_box_append (GTK_BOX (inside), self->rows);
  gtk_box_append (GTK_BOX (inside), self->settled);
  gtk_box_append (GTK_BOX (inside),
                  sf_part_label (_ ("The program cannot find everything. Please read the pages as "
                                    "a neighbour of the family would."),
                                 "sf-row-subtitle"));
  gtk_box_append (GTK_BOX (card), inside);
  adw_bin_set_child (ADW_BIN (self), card);
}

GtkWidget *
sf_identity_card_new (void)
{
  return g_object_new (SF_TYPE_IDENTITY_CARD, NULL);
}
