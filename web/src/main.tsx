import { render, type FunctionComponent } from 'preact';
import { ErrorBoundary, LocationProvider, Route, Router, lazy } from 'preact-iso';
import './styles/main.css';
import { Shell } from './shell/shell';
import { ApiError } from './api/ask';
import { Failure } from './parts/state';
import { Home } from './views/home';

/** A view whose program is fetched when it is first opened. A browser asks but
 * once for a part of a program, so that another try begins the page anew. */
const fetched = <P,>(load: () => Promise<FunctionComponent<P>>) => lazy<FunctionComponent<P>>(() => load().catch(() => Unfetched));

const Unfetched = () => <Failure error={new ApiError('NETWORK', '')} again={() => location.reload()} />;

const Search = fetched(() => import('./views/search').then((m) => m.Search));
const EntityPage = fetched(() => import('./views/entity').then((m) => m.EntityPage));
const DocumentPage = fetched(() => import('./views/document').then((m) => m.DocumentPage));
const PathPage = fetched(() => import('./views/path').then((m) => m.PathPage));
const TimelinePage = fetched(() => import('./views/timeline').then((m) => m.TimelinePage));
const Stats = fetched(() => import('./views/stats').then((m) => m.Stats_));
const GraphPage = fetched(() => import('./views/graph').then((m) => m.GraphPage));
const Ask = fetched(() => import('./views/ask').then((m) => m.Ask));
const PlacesPage = fetched(() => import('./views/places').then((m) => m.PlacesPage));
const Missing = fetched(() => import('./views/missing').then((m) => m.Missing));

function App() {
  return (
    <LocationProvider scope={/^(?!\/graphi?ql)/}>
      <Shell>
        <ErrorBoundary>
          <Router>
            <Route path="/" component={Home} />
            <Route path="/search" component={Search} />
            <Route path="/e/:id" component={EntityPage} />
            <Route path="/doc/:id" component={DocumentPage} />
            <Route path="/path" component={PathPage} />
            <Route path="/timeline" component={TimelinePage} />
            <Route path="/stats" component={Stats} />
            <Route path="/graph" component={GraphPage} />
            <Route path="/ask" component={Ask} />
            <Route path="/ask/:question" component={Ask} />
            <Route path="/places" component={PlacesPage} />
            <Route default component={Missing} />
          </Router>
        </ErrorBoundary>
      </Shell>
    </LocationProvider>
  );
}

render(<App />, document.getElementById('app')!);
