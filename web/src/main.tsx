import { render } from 'preact';
import { ErrorBoundary, LocationProvider, Route, Router, lazy } from 'preact-iso';
import './styles/main.css';
import { Shell } from './shell/shell';
import { Home } from './views/home';

const Search = lazy(() => import('./views/search').then((m) => m.Search));
const EntityPage = lazy(() => import('./views/entity').then((m) => m.EntityPage));
const DocumentPage = lazy(() => import('./views/document').then((m) => m.DocumentPage));
const PathPage = lazy(() => import('./views/path').then((m) => m.PathPage));
const TimelinePage = lazy(() => import('./views/timeline').then((m) => m.TimelinePage));
const Stats = lazy(() => import('./views/stats').then((m) => m.Stats_));
const GraphPage = lazy(() => import('./views/graph').then((m) => m.GraphPage));
const Ask = lazy(() => import('./views/ask').then((m) => m.Ask));
const PlacesPage = lazy(() => import('./views/places').then((m) => m.PlacesPage));
const Missing = lazy(() => import('./views/missing').then((m) => m.Missing));

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
