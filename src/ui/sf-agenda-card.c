/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-agenda-card.h"

#include "ui/sf-columns.h"
#include "ui/sf-page.h"
#include "ui/sf-parts.h"

#define LIST_CHARS 46
#define LIST_HEIGHT 380
/* More rows are made only when they are asked for: a year's end has a hundred. */
#define MOST_ROWS 12

struct _SfAgendaCard
{
  GtkWidget parent_instance;

  SfContext *context;
  GtkWidget *card;
  GtkWidget *rows;
  GtkWidget *nothing;
  gboolean all; /* not only the first of many */
  GPtrArray *items;
  GtkWidget *popover; /* of the statements of an item that is about several */
};

G_DEFINE_FINAL_TYPE (SfAgendaCard, sf_agenda_card, GTK_TYPE_WIDGET)

enum
{
  WENT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

void
sf_agenda_go (SfContext *context,
              const char *page,
              const char *area_code,
              const char *statement_code,
              SfRecord *record)
{
  g_autofree char *page_id = NULL, *item = NULL;

  if (g_str_equal (page, SF_PAGE_AREA) && area_code != NULL)
    {
      if (g_str_equal (area_code, SF_WHOLE_CENTRE))
        {
          sf_context_go (context, "summary", "grade");
          return;
        }
      page_id = g_strconcat ("area:", area_code, NULL);
      sf_context_go (context, page_id, statement_code != NULL ? statement_code : "grade");
      return;
    }
  if (g_str_equal (page, SF_PAGE_OVERVIEW) && g_strcmp0 (area_code, SF_WHOLE_CENTRE) == 0)
    {
      sf_context_go (context, "summary", "grade");
      return;
    }
  if (record != NULL)
    item = sf_uuid_to_string (sf_record_get_uuid (record));
  sf_context_go (context, page, item);
}

/* --- one of several statements ------------------------------------------------------------- */

static void
on_statement_cb (GtkListBox *box, GtkListBoxRow *row, SfAgendaCard *self)
{
  SfStatement *statement = g_object_get_data (G_OBJECT (row), "sf-statement");
  g_autofree char *page_id
      = g_strconcat ("area:", sf_key_area_get_code (sf_statement_get_area (statement)), NULL);
  g_autofree char *code = g_strdup (sf_statement_get_code (statement));

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  sf_context_go (self->context, page_id, code);
}

static GtkWidget *
make_statements (SfAgendaCard *self, SfAgendaItem *item)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *rows = sf_part_rows (item->title);

  for (guint i = 0; i < item->statements->len; i++)
    {
      SfStatement *statement = item->statements->pdata[i];
      SfKeyArea *area = sf_statement_get_area (statement);
      g_autofree char *place = g_strdup_printf ("%s · %s", sf_statement_get_code (statement),
                                                sf_key_area_get_title (area));
      GtkWidget *row = sf_part_row (sf_statement_get_title (statement), place, NULL);

      g_object_set_data_full (G_OBJECT (row), "sf-statement", g_object_ref (statement),
                              g_object_unref);
      gtk_list_box_append (GTK_LIST_BOX (rows), row);
    }
  g_signal_connect (rows, "row-activated", G_CALLBACK (on_statement_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), LIST_HEIGHT);
  gtk_widget_set_size_request (scrolled, sf_chars_to_pixels (GTK_WIDGET (self), LIST_CHARS), -1);
  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), rows);
  return scrolled;
}

/* Back to the row that it was opened from. */
static void
on_closed_cb (GtkWidget *popover, SfAgendaCard *self)
{
  int place = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (popover), "sf-place"));
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rows), place);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* The list of them, beside the row that was pressed. */
static void
offer_statements (SfAgendaCard *self, SfAgendaItem *item, GtkWidget *row)
{
  graphene_rect_t bounds;
  GdkRectangle place;

  if (!gtk_widget_compute_bounds (row, GTK_WIDGET (self), &bounds))
    return;
  place = (GdkRectangle){ (int)bounds.origin.x, (int)bounds.origin.y, (int)bounds.size.width,
                          (int)bounds.size.height };
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), make_statements (self, item));
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &place);
  g_object_set_data (G_OBJECT (self->popover), "sf-place",
                     GINT_TO_POINTER (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row))));
  g_signal_connect (self->popover, "closed", G_CALLBACK (on_closed_cb), self);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* --- rows ---------------------------------------------------------------------------------- */

static guint count_shown (SfAgendaCard *self);
static void show_all (SfAgendaCard *self);

static void
on_row_activated_cb (GtkListBox *box, GtkListBoxRow *row, SfAgendaCard *self)
{
  guint place = (guint)gtk_list_box_row_get_index (row);
  SfAgendaItem *item;

  if (place >= count_shown (self))
    {
      show_all (self);
      return;
    }
  item = g_ptr_array_index (self->items, place);
  if (item->statements != NULL && item->statements->len > 1)
    {
      offer_statements (self, item, GTK_WIDGET (row));
      return;
    }
  if (item->column != NULL)
    sf_context_go_column (self->context, item->record, item->column);
  else
    sf_agenda_go (self->context, item->page, item->area_code, item->statement_code, item->record);
  g_signal_emit (self, signals[WENT], 0);
}

static gboolean
says_the_same (GPtrArray *a, GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      SfAgendaItem *x = g_ptr_array_index (a, i), *y = g_ptr_array_index (b, i);

      if (g_strcmp0 (x->title, y->title) != 0 || g_strcmp0 (x->detail, y->detail) != 0)
        return FALSE;
    }
  return TRUE;
}

static int
find_focus (SfAgendaCard *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (self->rows);

  return GTK_IS_LIST_BOX_ROW (focus) && gtk_widget_has_focus (focus)
             ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus))
             : -1;
}

/* How many rows stand for items; the last one then is for those that are left. */
static guint
count_shown (SfAgendaCard *self)
{
  return self->all || self->items->len <= MOST_ROWS + 1 ? self->items->len : MOST_ROWS;
}

static void
build_rows (SfAgendaCard *self)
{
  int focus = find_focus (self);
  guint n = count_shown (self);

  sf_part_clear (self->rows);
  for (guint i = 0; i < n; i++)
    {
      SfAgendaItem *item = g_ptr_array_index (self->items, i);

      GtkWidget *row = sf_part_row (item->title, item->detail, NULL);

      /* in a window that asks, Enter on a row is not the window's answer */
      gtk_widget_set_receives_default (row, TRUE);
      gtk_list_box_append (GTK_LIST_BOX (self->rows), row);
    }
  if (n < self->items->len)
    {
      g_autofree char *more
          = g_strdup_printf (ngettext ("Show %u more", "Show %u more", self->items->len - n),
                             self->items->len - n);

      gtk_list_box_append (GTK_LIST_BOX (self->rows), sf_part_row (more, NULL, NULL));
    }
  gtk_widget_set_visible (self->rows, self->items->len > 0);
  gtk_widget_set_visible (self->nothing, self->items->len == 0);
  if (focus >= 0 && self->items->len > 0)
    gtk_widget_grab_focus (
        GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rows),
                                                   MIN (focus, (int)self->items->len - 1))));
}

static void
show_all (SfAgendaCard *self)
{
  self->all = TRUE;
  build_rows (self);
  gtk_widget_grab_focus (
      GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rows), MOST_ROWS)));
}

void
sf_agenda_card_set_items (SfAgendaCard *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) before = NULL;

  g_return_if_fail (SF_IS_AGENDA_CARD (self));

  before = self->items;
  self->items = items;
  if (!says_the_same (before, items))
    build_rows (self);
}

static void
sf_agenda_card_dispose (GObject *object)
{
  SfAgendaCard *self = SF_AGENDA_CARD (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_agenda_card_parent_class)->dispose (object);
}

static void
sf_agenda_card_class_init (SfAgendaCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sf_agenda_card_dispose;
  signals[WENT] = g_signal_new ("went", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
sf_agenda_card_init (SfAgendaCard *self)
{
}

GtkWidget *
sf_agenda_card_new (SfContext *context, const char *title, const char *nothing)
{
  SfAgendaCard *self;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_AGENDA_CARD, NULL);
  self->context = g_object_ref (context);
  self->card = sf_part_card (title, NULL);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->rows = sf_part_rows (title);
  self->nothing = sf_part_label (nothing, "dim-label");
  gtk_widget_add_css_class (self->nothing, "sf-nothing");
  gtk_widget_set_visible (self->rows, FALSE);
  gtk_box_append (GTK_BOX (self->card), self->rows);
  gtk_box_append (GTK_BOX (self->card), self->nothing);
  g_signal_connect (self->rows, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  return GTK_WIDGET (self);
}
