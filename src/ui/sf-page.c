/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-page.h"

#include "ui/sf-columns.h"
#include "ui/sf-string.h"

typedef struct
{
  SfContext *context;
  char *page_id;
  char *title;
  char *subtitle;
  guint refresh_id;
  gboolean stale;
} SfPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SfPage, sf_page, ADW_TYPE_BIN)

enum
{
  PROP_CONTEXT = 1,
  PROP_PAGE_ID,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_CAN_GO_BACK,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint moved_signal;

#define PRIV(self) ((SfPagePrivate *)sf_page_get_instance_private (self))

SfContext *
sf_page_get_context (SfPage *self)
{
  g_return_val_if_fail (SF_IS_PAGE (self), NULL);
  return PRIV (self)->context;
}

const char *
sf_page_get_page_id (SfPage *self)
{
  g_return_val_if_fail (SF_IS_PAGE (self), NULL);
  return PRIV (self)->page_id;
}

const char *
sf_page_get_title (SfPage *self)
{
  g_return_val_if_fail (SF_IS_PAGE (self), NULL);
  return PRIV (self)->title;
}

/**
 * sf_page_set_title:
 * @title: what the head bar shows
 */
void
sf_page_set_title (SfPage *self, const char *title)
{
  g_return_if_fail (SF_IS_PAGE (self));

  if (sf_string_set (&PRIV (self)->title, title))
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      title ? title : "", -1);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
    }
}

const char *
sf_page_get_subtitle (SfPage *self)
{
  g_return_val_if_fail (SF_IS_PAGE (self), NULL);
  return PRIV (self)->subtitle;
}

/**
 * sf_page_set_subtitle:
 * @subtitle: (nullable): what stands under the title in place of the centre and evaluation
 */
void
sf_page_set_subtitle (SfPage *self, const char *subtitle)
{
  g_return_if_fail (SF_IS_PAGE (self));

  if (sf_string_set (&PRIV (self)->subtitle, subtitle))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

GtkWidget *
sf_page_get_columns (SfPage *self)
{
  g_return_val_if_fail (SF_IS_PAGE (self), NULL);

  if (SF_PAGE_GET_CLASS (self)->get_columns)
    return SF_PAGE_GET_CLASS (self)->get_columns (self);
  return NULL;
}

gboolean
sf_page_get_can_go_back (SfPage *self)
{
  GtkWidget *columns = sf_page_get_columns (self);

  return columns && sf_columns_get_folded (SF_COLUMNS (columns))
         && sf_columns_get_showing_main (SF_COLUMNS (columns));
}

void
sf_page_go_back (SfPage *self)
{
  GtkWidget *columns = sf_page_get_columns (self);

  if (columns)
    sf_columns_show_main (SF_COLUMNS (columns), FALSE);
}

static void
on_columns_notify_cb (SfPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_BACK]);
}

/**
 * sf_page_refresh:
 *
 * Brings the page up to date now.
 */
void
sf_page_refresh (SfPage *self)
{
  SfPagePrivate *priv = PRIV (self);

  g_clear_handle_id (&priv->refresh_id, g_source_remove);
  priv->stale = FALSE;
  if (SF_PAGE_GET_CLASS (self)->refresh)
    SF_PAGE_GET_CLASS (self)->refresh (self);
}

static gboolean
on_refresh_cb (gpointer data)
{
  SfPage *self = SF_PAGE (data);

  PRIV (self)->refresh_id = 0;
  sf_page_refresh (self);
  return G_SOURCE_REMOVE;
}

void
sf_page_queue_refresh (SfPage *self)
{
  SfPagePrivate *priv;

  g_return_if_fail (SF_IS_PAGE (self));

  priv = PRIV (self);
  priv->stale = TRUE;
  if (priv->refresh_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    priv->refresh_id = g_idle_add (on_refresh_cb, self);
}

void
sf_page_show_item (SfPage *self, const char *item)
{
  g_return_if_fail (SF_IS_PAGE (self));
  g_return_if_fail (item != NULL);

  if (SF_PAGE_GET_CLASS (self)->show_item)
    SF_PAGE_GET_CLASS (self)->show_item (self, item);
}

void
sf_page_focus_first (SfPage *self)
{
  g_return_if_fail (SF_IS_PAGE (self));
  SF_PAGE_GET_CLASS (self)->focus_first (self);
}

gboolean
sf_page_focus_list (SfPage *self)
{
  g_return_val_if_fail (SF_IS_PAGE (self), FALSE);

  return SF_PAGE_GET_CLASS (self)->focus_list != NULL
         && SF_PAGE_GET_CLASS (self)->focus_list (self);
}

void
sf_page_forget_focus (GtkWidget *widget)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  child = gtk_widget_get_focus_child (widget);
  if (child == NULL)
    return;
  sf_page_forget_focus (child);
  gtk_widget_set_focus_child (widget, NULL);
}

char *
sf_page_dup_item (SfPage *self)
{
  g_return_val_if_fail (SF_IS_PAGE (self), NULL);
  return SF_PAGE_GET_CLASS (self)->dup_item ? SF_PAGE_GET_CLASS (self)->dup_item (self) : NULL;
}

const char *
sf_page_get_help (SfPage *self)
{
  const char *page_id;

  g_return_val_if_fail (SF_IS_PAGE (self), NULL);

  if (SF_PAGE_GET_CLASS (self)->get_help)
    return SF_PAGE_GET_CLASS (self)->get_help (self);
  page_id = PRIV (self)->page_id;
  return g_str_has_prefix (page_id, "area:") ? "area" : page_id;
}

void
sf_page_print (SfPage *self)
{
  g_return_if_fail (SF_IS_PAGE (self));

  if (SF_PAGE_GET_CLASS (self)->print)
    SF_PAGE_GET_CLASS (self)->print (self);
  else
    sf_context_go (PRIV (self)->context, "report", NULL);
}

static void
real_focus_first (SfPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static gboolean
on_first_refresh_cb (gpointer data)
{
  g_autoptr (SfPage) self = data;

  /* the subclass is constructed by now */
  if (PRIV (self)->stale && gtk_widget_get_root (GTK_WIDGET (self)))
    sf_page_refresh (self);
  return G_SOURCE_REMOVE;
}

static void
sf_page_map (GtkWidget *widget)
{
  SfPage *self = SF_PAGE (widget);
  GtkWidget *columns = sf_page_get_columns (self);

  if (columns
      && !g_signal_handler_find (columns, G_SIGNAL_MATCH_FUNC | G_SIGNAL_MATCH_DATA, 0, 0, NULL,
                                 on_columns_notify_cb, self))
    {
      g_signal_connect_object (columns, "notify::folded", G_CALLBACK (on_columns_notify_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (columns, "notify::showing-main", G_CALLBACK (on_columns_notify_cb),
                               self, G_CONNECT_SWAPPED);
    }
  if (PRIV (self)->stale)
    sf_page_refresh (self);
  GTK_WIDGET_CLASS (sf_page_parent_class)->map (widget);
}

static void
sf_page_constructed (GObject *object)
{
  SfPage *self = SF_PAGE (object);
  SfPagePrivate *priv = PRIV (self);

  G_OBJECT_CLASS (sf_page_parent_class)->constructed (object);
  g_signal_connect_object (sf_context_get_model (priv->context), "changed",
                           G_CALLBACK (sf_page_queue_refresh), self, G_CONNECT_SWAPPED);
  g_idle_add (on_first_refresh_cb, g_object_ref (self));
}

static void
sf_page_dispose (GObject *object)
{
  SfPagePrivate *priv = PRIV (SF_PAGE (object));

  g_clear_handle_id (&priv->refresh_id, g_source_remove);
  G_OBJECT_CLASS (sf_page_parent_class)->dispose (object);
}

static void
sf_page_finalize (GObject *object)
{
  SfPagePrivate *priv = PRIV (SF_PAGE (object));

  g_clear_object (&priv->context);
  g_free (priv->page_id);
  g_free (priv->title);
  g_free (priv->subtitle);
  G_OBJECT_CLASS (sf_page_parent_class)->finalize (object);
}

static void
sf_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SfPagePrivate *priv = PRIV (SF_PAGE (object));

  switch (id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, priv->context);
      break;
    case PROP_PAGE_ID:
      g_value_set_string (value, priv->page_id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, priv->subtitle);
      break;
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, sf_page_get_can_go_back (SF_PAGE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sf_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SfPage *self = SF_PAGE (object);

  switch (id)
    {
    case PROP_CONTEXT:
      PRIV (self)->context = g_value_dup_object (value);
      break;
    case PROP_PAGE_ID:
      PRIV (self)->page_id = g_value_dup_string (value);
      break;
    case PROP_TITLE:
      sf_page_set_title (self, g_value_get_string (value));
      break;
    case PROP_SUBTITLE:
      sf_page_set_subtitle (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

void
sf_page_moved (SfPage *self)
{
  g_return_if_fail (SF_IS_PAGE (self));

  g_signal_emit (self, moved_signal, 0);
}

static void
sf_page_class_init (SfPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GParamFlags plain = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = sf_page_constructed;
  object_class->dispose = sf_page_dispose;
  object_class->finalize = sf_page_finalize;
  object_class->get_property = sf_page_get_property;
  object_class->set_property = sf_page_set_property;
  widget_class->map = sf_page_map;
  klass->focus_first = real_focus_first;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, SF_TYPE_CONTEXT, once);
  properties[PROP_PAGE_ID] = g_param_spec_string ("page-id", NULL, NULL, NULL, once);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, plain);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, plain);
  properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  moved_signal = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
sf_page_init (SfPage *self)
{
  PRIV (self)->stale = TRUE;
}
