/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-columns.h"
#include "ui/sf-shell.h"
#include "ui/sf-window-private.h"

/* What F6 walks through: the sections; the page's list, its form and what stands beside that, or
 * the page as a whole; and a message that offers something, which would be far away by Tab and is
 * there for a while only. The list is one of them also where it is folded away. */

typedef enum
{
  REGION_SECTIONS,
  REGION_LIST,
  REGION_MAIN,
  REGION_ASIDE,
  REGION_PAGE,
  REGION_OFFER,
  N_REGIONS
} Region;

typedef struct
{
  Region region;
  GtkWidget *widget;
} Place;

static void
add (GArray *places, Region region, GtkWidget *widget)
{
  Place place = { region, widget };

  if (widget != NULL && gtk_widget_get_visible (widget))
    g_array_append_val (places, place);
}

static GArray *
list_places (SfWindow *self)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  GtkWidget *columns = sf_page_get_columns (self->page);

  add (places, REGION_SECTIONS, self->sidebar);
  if (columns != NULL && gtk_widget_get_mapped (columns))
    {
      add (places, REGION_LIST, sf_columns_get_list (SF_COLUMNS (columns)));
      add (places, REGION_MAIN, sf_columns_get_main (SF_COLUMNS (columns)));
      add (places, REGION_ASIDE, sf_columns_get_aside (SF_COLUMNS (columns)));
    }
  else
    add (places, REGION_PAGE, GTK_WIDGET (self->page));
  add (places, REGION_OFFER, sf_window_find_offer (self));
  return places;
}

static gboolean
is_within (SfWindow *self, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* Each region begins anew: at what is chosen in the list, at the first control of the others. */
static gboolean
focus_region (SfWindow *self, const Place *place)
{
  if (place->region == REGION_LIST && sf_page_focus_list (self->page))
    return TRUE;
  /* showing it may have put the focus there: to ask again would move it on */
  if (is_within (self, place->widget))
    return TRUE;
  if (place->region == REGION_PAGE)
    {
      sf_page_focus_first (self->page);
      return is_within (self, place->widget);
    }
  sf_page_forget_focus (place->widget);
  return gtk_widget_child_focus (place->widget, GTK_DIR_TAB_FORWARD);
}

static gboolean
enter (SfWindow *self, const Place *place)
{
  SfShell *shell = SF_SHELL (self->shell);
  GtkWidget *columns = sf_page_get_columns (self->page);

  if (sf_shell_get_folded (shell))
    sf_shell_show_sidebar (shell, place->region == REGION_SECTIONS);
  if (columns != NULL && place->region >= REGION_LIST && place->region <= REGION_ASIDE
      && sf_columns_get_folded (SF_COLUMNS (columns)))
    sf_columns_show_main (SF_COLUMNS (columns), place->region != REGION_LIST);
  return focus_region (self, place);
}

/* From what stands above the columns of a page one comes to the list next, or to the sections. */
static int
find_place (SfWindow *self, GArray *places, int step)
{
  for (guint i = 0; i < places->len; i++)
    if (is_within (self, g_array_index (places, Place, i).widget))
      return (int)i;
  if (is_within (self, GTK_WIDGET (self->page)))
    return step > 0 ? 0 : 1;
  return step > 0 ? -1 : (int)places->len;
}

void
sf_window_walk_regions (SfWindow *self, int step)
{
  g_autoptr (GArray) places = NULL;
  int n, at;

  if (self->page == NULL)
    return;
  places = list_places (self);
  n = (int)places->len;
  at = find_place (self, places, step);
  for (int tries = 0; tries < n; tries++)
    {
      at = (at + step + n) % n;
      if (enter (self, &g_array_index (places, Place, at)))
        return;
    }
}
